import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@airworthy/plugin-readiness-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'block',
        boxSizing: 'border-box',
        width: '100%',
        padding: 12,
        border: `1px solid ${tokens.control}`,
        borderRadius: 4,
        backgroundColor: tokens.paper,
        color: tokens.text,
        fontFamily: tokens.fontMonospace,
        fontSize: 13,
        lineHeight: '20px',
        resize: 'vertical',
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: -1,
        },
      },
    };
  },
  { name: 'AirworthyTextArea' },
);

/** @internal */
export interface TextAreaProps {
  label: string;
  value: string;
  /** Without it the text can be read and copied alone. */
  onChange?: (value: string) => void;
  rows: number;
}

/** A text of many lines, as it stands in its file. */
export function TextArea({ label, value, onChange, rows }: TextAreaProps) {
  const classes = useStyles();
  return (
    <textarea
      aria-label={label}
      className={classes.root}
      rows={rows}
      spellCheck
      value={value}
      readOnly={onChange === undefined}
      onChange={event => onChange?.(event.target.value)}
    />
  );
}
