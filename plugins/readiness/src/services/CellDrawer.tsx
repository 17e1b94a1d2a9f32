import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import CloseIcon from '@material-ui/icons/Close';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId, type ReactNode } from 'react';
import { tokensOf } from '../components';
import { readinessTranslationRef } from '../translation';

/** Width of the drawer, in pixels. */
export const DRAWER_WIDTH = 392;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { minHeight: 0 },
      paper: {
        position: 'static',
        width: '100%',
        height: '100%',
        border: 0,
        borderRadius: tokens.radius,
        overflow: 'auto',
        backgroundColor: tokens.paper,
        color: tokens.text,
        fontSize: 14,
        lineHeight: '20px',
        fontVariantNumeric: 'tabular-nums',
        zIndex: 'auto',
      },
      overlay: {
        position: 'absolute',
        top: 0,
        bottom: 0,
        right: 0,
        width: `min(${DRAWER_WIDTH}px, 100%)`,
        height: 'auto',
        borderLeft: `1px solid ${tokens.lineStrong}`,
        zIndex: 6,
      },
      head: {
        display: 'flex',
        justifyContent: 'space-between',
        alignItems: 'flex-start',
        gap: 8,
        padding: '14px 18px 12px',
        borderBottom: `1px solid ${tokens.line}`,
      },
      over: {
        margin: 0,
        fontSize: 12.5,
        lineHeight: '18px',
        color: tokens.textSecondary,
      },
      title: {
        margin: 0,
        fontSize: 17,
        lineHeight: '22px',
        letterSpacing: 0,
        fontWeight: 700,
        overflowWrap: 'anywhere',
      },
      chips: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 8,
        marginTop: 6,
        fontSize: 12.5,
        color: tokens.textSecondary,
      },
      close: { padding: 6, margin: '-2px -6px 0 0' },
    };
  },
  { name: 'AirworthyCellDrawer' },
);

/** @internal */
export interface CellDrawerProps {
  open: boolean;
  /** Over the matrix instead of beside it. */
  overlay: boolean;
  over: ReactNode;
  title: string;
  chips: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the matrix, and not modal: the selection moves on behind it. */
export function CellDrawer(props: CellDrawerProps) {
  const { open, overlay, over, title, chips, onClose, children } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const classes = useStyles();
  const id = useId();
  return (
    <Drawer
      variant="persistent"
      anchor="right"
      open={open}
      transitionDuration={0}
      classes={{ root: classes.root }}
      PaperProps={{
        component: 'aside',
        elevation: 0,
        className: `${classes.paper} ${overlay ? classes.overlay : ''}`,
        'aria-labelledby': id,
        // Scrolls, hence the keyboard must reach it.
        tabIndex: 0,
        onKeyDown: event => {
          if (event.key === 'Escape') {
            onClose();
          }
        },
      }}
    >
      <div className={classes.head}>
        <div>
          <p className={classes.over}>{over}</p>
          <h2 id={id} className={classes.title}>
            {title}
          </h2>
          <div className={classes.chips}>{chips}</div>
        </div>
        <IconButton
          className={classes.close}
          aria-label={t('drawer.close')}
          onClick={onClose}
        >
          <CloseIcon fontSize="small" />
        </IconButton>
      </div>
      {children}
    </Drawer>
  );
}
