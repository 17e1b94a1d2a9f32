import Dialog, { type DialogProps } from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import { makeStyles } from '@material-ui/core/styles';
import { Frame, tokensOf } from '@airworthy/plugin-readiness-react';
import { useId, type FormEvent, type ReactNode } from 'react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      paper: {
        backgroundColor: tokens.paper,
        color: tokens.text,
        borderRadius: tokens.radius,
      },
      // Content scrolls between head and actions.
      column: {
        display: 'flex',
        flexDirection: 'column',
        minHeight: 0,
        maxHeight: 'calc(100vh - 64px)',
      },
      head: {
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        gap: 12,
        padding: '16px 20px 8px',
      },
      title: {
        flex: 1,
        margin: 0,
        fontSize: 17,
        lineHeight: '24px',
        fontWeight: 700,
        letterSpacing: 0,
        overflowWrap: 'anywhere',
      },
      content: { padding: 0 },
      actions: { padding: '10px 20px', gap: 8 },
    };
  },
  { name: 'AirworthyDialog' },
);

/** @internal */
export interface DialogFrameProps {
  title: ReactNode;
  /** Beside the title. */
  controls?: ReactNode;
  actions: ReactNode;
  maxWidth: DialogProps['maxWidth'];
  /** Makes the dialog a form. */
  onSubmit?: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog in the type and colours of these pages. */
export function DialogFrame(props: DialogFrameProps) {
  const { title, controls, actions, maxWidth, onSubmit, onClose } = props;
  const { children } = props;
  const classes = useStyles();
  const id = useId();
  const body = (
    <>
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {title}
        </h2>
        {controls}
      </div>
      <DialogContent className={classes.content}>{children}</DialogContent>
      <DialogActions disableSpacing className={classes.actions}>
        {actions}
      </DialogActions>
    </>
  );
  return (
    <Dialog
      open
      fullWidth
      onClose={onClose}
      maxWidth={maxWidth}
      aria-labelledby={id}
      classes={{ paper: classes.paper }}
    >
      <Frame>
        {onSubmit ? (
          <form
            noValidate
            className={classes.column}
            onSubmit={(event: FormEvent) => {
              event.preventDefault();
              onSubmit();
            }}
          >
            {body}
          </form>
        ) : (
          <div className={classes.column}>{body}</div>
        )}
      </Frame>
    </Dialog>
  );
}
