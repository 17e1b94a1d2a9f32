import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '../components';

/** The look of the plugin's tables: quiet, dense, unstriped. */
export const useTableStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    const edges = {
      '&:first-child': { paddingLeft: 20 },
      '&:last-child': { paddingRight: 20 },
    };
    return {
      scroll: { overflowX: 'auto' },
      head: {
        padding: '6px 10px',
        fontSize: 12.5,
        lineHeight: '16px',
        fontWeight: 700,
        color: tokens.textSecondary,
        whiteSpace: 'nowrap',
        borderColor: tokens.lineStrong,
        ...edges,
      },
      cell: {
        padding: '6px 10px',
        fontSize: 13.5,
        lineHeight: '20px',
        color: tokens.text,
        borderColor: tokens.line,
        ...edges,
      },
      row: {
        // The theme stripes rows.
        '&&': { backgroundColor: 'transparent' },
        '&:last-child > *': { borderBottom: 0 },
      },
      secondary: { color: tokens.textSecondary },
      strong: { fontWeight: 700 },
      nowrap: { whiteSpace: 'nowrap' },
      mono: { fontFamily: tokens.fontMonospace, fontSize: 12.5 },
      hidden: {
        position: 'absolute',
        width: 1,
        height: 1,
        overflow: 'hidden',
        clipPath: 'inset(50%)',
        whiteSpace: 'nowrap',
      },
      marked: { display: 'inline-flex', alignItems: 'center', gap: 6 },
    };
  },
  { name: 'AirworthyTable' },
);
