import { makeStyles } from '@material-ui/core/styles';
import IconButton from '@material-ui/core/IconButton';
import DeleteIcon from '@material-ui/icons/DeleteOutline';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActionButton, tokensOf } from '@airworthy/plugin-readiness-react';
import type { ReactNode } from 'react';
import { tradeoffsTranslationRef } from '../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: { minWidth: 0, margin: 0, padding: 0, border: 0 },
      legend: {
        padding: 0,
        marginBottom: 3,
        fontSize: 12,
        lineHeight: '16px',
        color: tokens.textSecondary,
      },
      list: {
        display: 'grid',
        gap: 8,
        margin: '0 0 6px',
        padding: 0,
        listStyle: 'none',
      },
      item: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: 4,
        alignItems: 'start',
      },
      remove: { padding: 6, marginTop: 14, color: tokens.textSecondary },
    };
  },
  { name: 'AirworthyListField' },
);

/** @internal */
export interface ListFieldProps<TItem> {
  label: string;
  /** What one item is called on its buttons. */
  itemLabel: (index: number) => string;
  addLabel: string;
  items: readonly TItem[];
  onChange: (items: TItem[]) => void;
  create: () => TItem;
  children: (
    item: TItem,
    change: (change: Partial<TItem>) => void,
  ) => ReactNode;
}

/** Items of one kind, each with its fields; any may be added or removed. */
export function ListField<TItem>(props: ListFieldProps<TItem>) {
  const { label, itemLabel, addLabel, items, onChange, create, children } =
    props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return (
    <fieldset className={classes.root}>
      <legend className={classes.legend}>{label}</legend>
      {items.length > 0 && (
        <ul className={classes.list}>
          {items.map((item, index) => (
            <li key={index} className={classes.item}>
              {children(item, change =>
                onChange(
                  items.map((other, place) =>
                    place === index ? { ...other, ...change } : other,
                  ),
                ),
              )}
              <IconButton
                className={classes.remove}
                aria-label={t('editor.remove', { what: itemLabel(index) })}
                onClick={() =>
                  onChange(items.filter((_, place) => place !== index))
                }
              >
                <DeleteIcon fontSize="small" />
              </IconButton>
            </li>
          ))}
        </ul>
      )}
      <ActionButton onClick={() => onChange([...items, create()])}>
        {addLabel}
      </ActionButton>
    </fieldset>
  );
}
