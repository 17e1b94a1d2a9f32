import MenuItem from '@material-ui/core/MenuItem';
import Select from '@material-ui/core/Select';
import { makeStyles } from '@material-ui/core/styles';
import { useId } from 'react';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { tokensOf } from './tokens';

export const useFieldStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        height: 32,
        borderRadius: 4,
        backgroundColor: tokens.paper,
        color: tokens.text,
        fontSize: 13,
        '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.control },
        '&:hover .MuiOutlinedInput-notchedOutline': {
          borderColor: tokens.text,
        },
        '& .MuiSelect-icon': {
          fontSize: 18,
          top: 'calc(50% - 9px)',
          right: 6,
          color: tokens.textSecondary,
        },
      },
      set: {
        backgroundColor: tokens.selected,
        '& .MuiOutlinedInput-notchedOutline': { borderColor: tokens.link },
      },
      select: {
        padding: '6px 28px 6px 10px',
        '&:focus': { backgroundColor: 'transparent' },
      },
      label: { color: tokens.textSecondary, marginRight: 6 },
      value: {
        display: 'inline-block',
        maxWidth: 180,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
        verticalAlign: 'bottom',
      },
      option: { fontSize: 14, minHeight: 32 },
    };
  },
  { name: 'AirworthyField' },
);

/** @internal */
export interface FilterSelectProps<TValue extends string> {
  label: string;
  value: TValue;
  options: Array<{ value: TValue; label: string }>;
  onChange: (value: TValue) => void;
  /** Differs from what is usual: drawn as set. */
  set?: boolean;
}

/** One choice of a few, with its label inside. */
export function FilterSelect<TValue extends string>(
  props: FilterSelectProps<TValue>,
) {
  const { label, value, options, onChange, set } = props;
  const classes = useFieldStyles();
  const id = useId();
  const current = options.find(option => option.value === value);
  return (
    <Select
      variant="outlined"
      displayEmpty
      margin="dense"
      IconComponent={ExpandMoreIcon}
      value={value}
      className={`${classes.root} ${set ? classes.set : ''}`}
      classes={{ root: classes.select }}
      SelectDisplayProps={{
        id,
        'aria-label': `${label} ${current?.label ?? value}`,
      }}
      MenuProps={{
        getContentAnchorEl: null,
        anchorOrigin: { vertical: 'bottom', horizontal: 'left' },
        MenuListProps: { 'aria-label': label },
      }}
      onChange={event => {
        const chosen = options.find(
          option => option.value === event.target.value,
        );
        if (chosen) {
          onChange(chosen.value);
        }
      }}
      renderValue={() => (
        <>
          <span className={classes.label}>{label}</span>{' '}
          <span className={classes.value}>{current?.label ?? value}</span>
        </>
      )}
    >
      {options.map(option => (
        <MenuItem
          key={option.value}
          value={option.value}
          className={classes.option}
        >
          {option.label}
        </MenuItem>
      ))}
    </Select>
  );
}
