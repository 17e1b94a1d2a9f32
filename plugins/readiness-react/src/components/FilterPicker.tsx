import ButtonBase from '@material-ui/core/ButtonBase';
import Checkbox from '@material-ui/core/Checkbox';
import Popover from '@material-ui/core/Popover';
import TextField from '@material-ui/core/TextField';
import { makeStyles } from '@material-ui/core/styles';
import Autocomplete from '@material-ui/lab/Autocomplete';
import ExpandMoreIcon from '@material-ui/icons/ExpandMore';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useId, useState } from 'react';
import { readinessReactTranslationRef } from '../translation';
import { ActionButton } from './ActionButton';
import { useFieldStyles } from './FilterSelect';
import { tokensOf } from './tokens';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      button: {
        display: 'inline-flex',
        alignItems: 'center',
        padding: '0 6px 0 10px',
        border: `1px solid ${tokens.control}`,
        '&:hover': { borderColor: tokens.text },
        '&:focus-visible': {
          outline: `2px solid ${tokens.link}`,
          outlineOffset: 2,
        },
      },
      set: {
        borderColor: tokens.link,
        backgroundColor: tokens.selected,
      },
      icon: { fontSize: 18, color: tokens.textSecondary, marginLeft: 6 },
      popover: { width: 280, padding: 8, backgroundColor: tokens.paper },
      popper: { position: 'static', width: 'auto !important' },
      paper: { margin: 0, boxShadow: 'none', backgroundColor: 'transparent' },
      listbox: { maxHeight: 280 },
      option: { fontSize: 13.5, padding: '2px 6px', minHeight: 30 },
      optionText: {
        flex: 1,
        minWidth: 0,
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      count: { color: tokens.textSecondary, fontSize: 12, marginLeft: 8 },
      checkbox: { padding: 4, marginRight: 4 },
      foot: { display: 'flex', justifyContent: 'flex-end', paddingTop: 4 },
    };
  },
  { name: 'AirworthyFilterPicker' },
);

/** @internal */
export interface FilterOption {
  value: string;
  label: string;
  /** How many services have it. */
  count?: number;
}

/** @internal */
export interface FilterPickerProps {
  label: string;
  options: FilterOption[];
  selected: readonly string[];
  onChange: (selected: string[]) => void;
}

/** Some of many, found by typing; nothing chosen means all. */
export function FilterPicker(props: FilterPickerProps) {
  const { label, options, selected, onChange } = props;
  const { t } = useTranslationRef(readinessReactTranslationRef);
  const classes = useStyles();
  const field = useFieldStyles();
  const [anchor, setAnchor] = useState<HTMLElement | undefined>();
  const id = useId();
  const labelOf = (value: string) =>
    options.find(option => option.value === value)?.label ?? value;
  let summary: string = t('filter.all');
  if (selected.length === 1) {
    summary = labelOf(selected[0]);
  } else if (selected.length > 1) {
    summary = t('filter.some', { count: selected.length });
  }
  // A value that came by the URL and that no row has stays visible and removable.
  const known = new Set(options.map(option => option.value));
  const all = [
    ...options,
    ...selected
      .filter(value => !known.has(value))
      .map((value): FilterOption => ({ value, label: value, count: 0 })),
  ];
  return (
    <>
      <ButtonBase
        className={`${field.root} ${classes.button} ${
          selected.length > 0 ? classes.set : ''
        }`}
        aria-haspopup="dialog"
        aria-expanded={Boolean(anchor)}
        // The words that are seen, in their order: what is said to a page by voice.
        aria-label={`${label} ${summary}`}
        onClick={event => setAnchor(event.currentTarget)}
      >
        <span className={field.label}>{label}</span>{' '}
        <span className={field.value}>{summary}</span>
        <ExpandMoreIcon aria-hidden className={classes.icon} />
      </ButtonBase>
      <Popover
        open={Boolean(anchor)}
        anchorEl={anchor}
        onClose={() => setAnchor(undefined)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        PaperProps={{
          className: classes.popover,
          role: 'dialog',
          'aria-label': label,
        }}
        disableScrollLock
      >
        <Autocomplete
          id={id}
          open
          multiple
          disableCloseOnSelect
          disablePortal
          clearOnBlur={false}
          renderTags={() => undefined}
          noOptionsText={t('filter.noOption')}
          options={all}
          value={all.filter(option => selected.includes(option.value))}
          getOptionLabel={option => option.label}
          getOptionSelected={(option, value) => option.value === value.value}
          onChange={(_event, chosen) =>
            onChange(chosen.map(option => option.value))
          }
          onClose={(_event, reason) => {
            if (reason === 'escape') {
              setAnchor(undefined);
            }
          }}
          classes={{
            popperDisablePortal: classes.popper,
            paper: classes.paper,
            listbox: classes.listbox,
            option: classes.option,
          }}
          renderOption={(option, state) => (
            <>
              <Checkbox
                size="small"
                color="primary"
                className={classes.checkbox}
                checked={state.selected}
                tabIndex={-1}
                inputProps={{ 'aria-hidden': true }}
              />
              <span className={classes.optionText}>{option.label}</span>
              {option.count !== undefined && (
                <span className={classes.count}>{option.count}</span>
              )}
            </>
          )}
          renderInput={params => (
            <TextField
              {...params}
              // The reader pressed a button to type here.
              // eslint-disable-next-line jsx-a11y/no-autofocus -- see above
              autoFocus
              size="small"
              margin="none"
              variant="outlined"
              placeholder={t('filter.find')}
              inputProps={{ ...params.inputProps, 'aria-label': label }}
              InputProps={{ ref: params.InputProps.ref }}
            />
          )}
        />
        {selected.length > 0 && (
          <div className={classes.foot}>
            <ActionButton kind="text" onClick={() => onChange([])}>
              {t('filter.clear')}
            </ActionButton>
          </div>
        )}
      </Popover>
    </>
  );
}
