import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@airworthy/plugin-readiness-react';
import { useId } from 'react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        '& .MuiOutlinedInput-root': {
          borderRadius: 4,
          fontSize: 13.5,
          backgroundColor: tokens.paper,
        },
        '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.control },
        '& .MuiOutlinedInput-input': { padding: '8px 10px' },
        '& .MuiOutlinedInput-multiline': { padding: 0 },
        '& .MuiSelect-select': { paddingRight: 30 },
        '& .MuiFormHelperText-root': {
          margin: '2px 0 0',
          color: tokens.textSecondary,
        },
      },
      label: {
        display: 'block',
        marginBottom: 3,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.textSecondary,
      },
      mono: {
        '& .MuiOutlinedInput-input': {
          fontFamily: tokens.fontMonospace,
          fontSize: 12.5,
          lineHeight: '19px',
        },
      },
    };
  },
  { name: 'AirworthyEditorField' },
);

/** @internal */
export interface FieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** A choice of a few instead of free text. */
  options?: ReadonlyArray<{ value: string; label: string }>;
  /** Offered while typing; anything may be written. */
  suggestions?: readonly string[];
  type?: 'text' | 'date';
  /** Lines to begin with; grows with the text. */
  rows?: number;
  help?: string;
  placeholder?: string;
  monospace?: boolean;
  required?: boolean;
}

/** One field of the editor with its label above. */
export function Field(props: FieldProps) {
  const { label, value, onChange, options, suggestions, rows, help } = props;
  const classes = useStyles();
  const id = useId();
  return (
    <div>
      <label className={classes.label} htmlFor={id}>
        {label}
      </label>
      <TextField
        id={id}
        className={`${classes.root} ${props.monospace ? classes.mono : ''}`}
        variant="outlined"
        size="small"
        fullWidth
        type={props.type}
        value={value}
        placeholder={props.placeholder}
        helperText={help}
        multiline={rows !== undefined}
        minRows={rows}
        maxRows={rows === undefined ? undefined : 12}
        select={options !== undefined}
        SelectProps={{ native: true }}
        inputProps={{
          'aria-required': props.required,
          list: suggestions ? `${id}-list` : undefined,
        }}
        onChange={event => onChange(event.target.value)}
      >
        {options?.map(option => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </TextField>
      {suggestions && (
        <datalist id={`${id}-list`}>
          {suggestions.map(suggestion => (
            <option key={suggestion} value={suggestion} />
          ))}
        </datalist>
      )}
    </div>
  );
}
