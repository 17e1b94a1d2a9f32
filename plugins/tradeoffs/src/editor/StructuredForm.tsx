import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActionButton, tokensOf } from '@airworthy/plugin-readiness-react';
import type { AcceptedCheck } from '@airworthy/plugin-tradeoffs-common';
import type { Axis } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import { Field } from './Field';
import { ListField } from './ListField';
import { withTitle, type RecordForm } from './recordForm';
import { TradeoffFields } from './TradeoffFields';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 14, padding: '0 20px 20px', minWidth: 0 },
    row: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fit, minmax(140px, 1fr))',
      gap: 8,
    },
    title: {
      margin: '6px 0 0',
      fontSize: 14,
      lineHeight: '20px',
      fontWeight: 700,
      letterSpacing: 0,
    },
    hint: { margin: 0, fontSize: 12.5, color: tokensOf(theme).textSecondary },
  }),
  { name: 'AirworthyStructuredForm' },
);

/** @internal */
export interface StructuredFormProps {
  form: RecordForm;
  axes: ReadonlyMap<string, Axis>;
  onChange: (change: Partial<RecordForm>) => void;
}

/** The structured part of a record as fields. */
export function StructuredForm(props: StructuredFormProps) {
  const { form, axes, onChange } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const used = new Set(form.tradeoffs.map(tradeoff => tradeoff.axis));
  const free = [...axes.keys()].find(id => !used.has(id));
  const checks = [...axes.values()]
    .filter(axis => used.has(axis.id))
    .flatMap(axis => axis.checks);
  return (
    <div className={classes.root}>
      <Field
        label={t('editor.title')}
        value={form.title}
        onChange={title =>
          onChange({ title, body: withTitle(form.body, title) })
        }
        required
      />
      <div className={classes.row}>
        <Field
          label={t('records.date')}
          type="date"
          value={form.date}
          onChange={date => onChange({ date })}
        />
        <Field
          label={t('editor.reviewIn')}
          value={form.reviewIn}
          onChange={reviewIn => onChange({ reviewIn })}
          suggestions={['3 months', '6 months', '1 year']}
          placeholder="6 months"
        />
        <Field
          label={t('record.way')}
          value={form.reversibility}
          onChange={value =>
            onChange({
              reversibility:
                value === 'one-way' || value === 'two-way' ? value : '',
            })
          }
          options={[
            { value: '', label: t('editor.notSaid') },
            { value: 'one-way', label: t('way.one-way') },
            { value: 'two-way', label: t('way.two-way') },
          ]}
        />
      </div>
      <Field
        label={t('record.decisionMakers')}
        help={t('editor.onePerLine')}
        value={form.decisionMakers}
        onChange={decisionMakers => onChange({ decisionMakers })}
        rows={1}
      />
      <h3 className={classes.title}>{t('positions.title')}</h3>
      {form.tradeoffs.map((tradeoff, index) => (
        <TradeoffFields
          key={index}
          tradeoff={tradeoff}
          axes={axes}
          onChange={changed =>
            onChange({
              tradeoffs: form.tradeoffs.map((other, place) =>
                place === index ? changed : other,
              ),
            })
          }
          onRemove={() =>
            onChange({
              tradeoffs: form.tradeoffs.filter((_, place) => place !== index),
            })
          }
        />
      ))}
      {free && (
        <div>
          <ActionButton
            onClick={() =>
              onChange({
                tradeoffs: [
                  ...form.tradeoffs,
                  {
                    axis: free,
                    position: 0,
                    qualityAttributes: [],
                    assumptions: [],
                    revisitWhen: [],
                    evidence: [],
                  },
                ],
              })
            }
          >
            {t('editor.addAxis')}
          </ActionButton>
        </div>
      )}
      <h3 className={classes.title}>{t('accepted.title')}</h3>
      <p className={classes.hint}>{t('editor.acceptsHint')}</p>
      <ListField<AcceptedCheck>
        label={t('editor.accepts')}
        addLabel={t('editor.addAccept')}
        itemLabel={index => form.accepts[index]?.check || t('editor.check')}
        items={form.accepts}
        onChange={accepts => onChange({ accepts })}
        create={() => ({ check: '' })}
      >
        {(item, changeItem) => (
          <div className={classes.row}>
            <Field
              label={t('editor.check')}
              value={item.check}
              onChange={check => changeItem({ check })}
              suggestions={checks}
              required
            />
            <Field
              label={t('editor.until')}
              type="date"
              value={item.until ?? ''}
              onChange={until => changeItem({ until: until || undefined })}
            />
          </div>
        )}
      </ListField>
    </div>
  );
}
