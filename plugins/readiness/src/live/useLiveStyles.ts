import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../components';

/** The look that the panels of deployments and alerts share. */
export const useLiveStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      list: { margin: 0, padding: '0 16px', listStyle: 'none' },
      item: {
        display: 'grid',
        gridTemplateColumns: '18px minmax(0, 1fr) auto',
        gap: '0 6px',
        alignItems: 'baseline',
        padding: '5px 0',
        fontSize: 13,
        lineHeight: '20px',
        overflowWrap: 'anywhere',
        '& + &': { borderTop: `1px solid ${tokens.line}` },
        '& svg': { alignSelf: 'center' },
      },
      strong: { fontWeight: 700 },
      side: {
        color: tokens.textSecondary,
        fontSize: 12.5,
        textAlign: 'right',
      },
      second: {
        gridColumn: '2 / -1',
        color: tokens.textSecondary,
        fontSize: 12.5,
        lineHeight: '18px',
      },
      text: {
        margin: 0,
        padding: '0 16px 14px',
        color: tokens.textSecondary,
        fontSize: 13,
        lineHeight: '19px',
        overflowWrap: 'anywhere',
      },
      footer: {
        margin: '8px 0 0',
        padding: '9px 16px',
        borderTop: `1px solid ${tokens.line}`,
        color: tokens.textSecondary,
        fontSize: 12.5,
        lineHeight: '18px',
      },
      icon: { fontSize: 16, color: tokens.textSecondary },
      linkButton: {
        padding: 0,
        border: 0,
        background: 'none',
        color: tokens.link,
        font: 'inherit',
        textDecoration: 'underline',
        textUnderlineOffset: '2px',
        cursor: 'pointer',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
          borderRadius: 4,
        },
      },
      mono: { fontFamily: tokens.fontMonospace, fontSize: 12 },
      hidden: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
    };
  },
  { name: 'AirworthyLive' },
);
