import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActionButton, tokensOf } from '@airworthy/plugin-readiness-react';
import type {
  Assumption,
  QualityAttribute,
  RecordEvidence,
  Tradeoff,
} from '@airworthy/plugin-tradeoffs-common';
import type { Axis } from '../hooks/useAxes';
import { tradeoffsTranslationRef } from '../translation';
import { Field } from './Field';
import { ListField } from './ListField';
import { PositionField } from './PositionField';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        display: 'grid',
        gap: 12,
        minWidth: 0,
        margin: 0,
        padding: 12,
        border: `1px solid ${tokens.line}`,
        borderRadius: 4,
      },
      head: {
        display: 'grid',
        gridTemplateColumns: 'minmax(0, 1fr) auto',
        gap: 8,
        alignItems: 'end',
      },
      row: {
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
        gap: 8,
      },
      stack: { display: 'grid', gap: 6 },
    };
  },
  { name: 'AirworthyTradeoffFields' },
);

const effects = ['improves', 'degrades', 'neutral'] as const;

/** An id that no assumption of the record has yet. */
export function nextAssumptionId(assumptions: readonly Assumption[]): string {
  const ids = new Set(assumptions.map(assumption => assumption.id));
  let number = assumptions.length + 1;
  while (ids.has(`a${number}`)) {
    number += 1;
  }
  return `a${number}`;
}

/** @internal */
export interface TradeoffFieldsProps {
  tradeoff: Tradeoff;
  axes: ReadonlyMap<string, Axis>;
  onChange: (tradeoff: Tradeoff) => void;
  onRemove: () => void;
}

/** Everything that a record says of one axis. */
export function TradeoffFields(props: TradeoffFieldsProps) {
  const { tradeoff, axes, onChange, onRemove } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const axis = axes.get(tradeoff.axis);
  const title = axis?.title ?? tradeoff.axis;
  const change = (changes: Partial<Tradeoff>) =>
    onChange({ ...tradeoff, ...changes });
  const options = [...axes.values()].map(({ id, title: label }) => ({
    value: id,
    label,
  }));
  return (
    <div className={classes.root} role="group" aria-label={title}>
      <div className={classes.head}>
        <Field
          label={t('editor.axis')}
          value={tradeoff.axis}
          onChange={value => change({ axis: value })}
          options={
            axis
              ? options
              : [{ value: tradeoff.axis, label: tradeoff.axis }, ...options]
          }
        />
        <ActionButton
          aria-label={t('editor.remove', { what: title })}
          onClick={onRemove}
        >
          {t('editor.removeAxis')}
        </ActionButton>
      </div>
      <PositionField
        label={t('editor.position', { axis: title })}
        axis={axis ?? { id: tradeoff.axis, title, stops: [] }}
        value={tradeoff.position}
        onChange={position => change({ position })}
      />
      <Field
        label={t('editor.rationale')}
        value={tradeoff.rationale ?? ''}
        onChange={rationale => change({ rationale: rationale || undefined })}
        rows={2}
      />
      <ListField<QualityAttribute>
        label={t('editor.qualities')}
        addLabel={t('editor.addQuality')}
        itemLabel={index =>
          tradeoff.qualityAttributes[index]?.name || t('editor.quality')
        }
        items={tradeoff.qualityAttributes}
        onChange={qualityAttributes => change({ qualityAttributes })}
        create={() => ({ name: '', effect: 'improves' })}
      >
        {(item, changeItem) => (
          <div className={classes.row}>
            <Field
              label={t('editor.quality')}
              value={item.name}
              onChange={name => changeItem({ name })}
              suggestions={[
                'availability',
                'performance',
                'security',
                'maintainability',
                'cost',
              ]}
            />
            <Field
              label={t('editor.effect')}
              value={item.effect}
              onChange={value => {
                const effect = effects.find(known => known === value);
                if (effect) {
                  changeItem({ effect });
                }
              }}
              options={effects.map(value => ({
                value,
                label: t(`consequences.${value}`),
              }))}
            />
          </div>
        )}
      </ListField>
      <ListField<Assumption>
        label={t('record.assumptions')}
        addLabel={t('editor.addAssumption')}
        itemLabel={index =>
          tradeoff.assumptions[index]?.claim || t('editor.assumption')
        }
        items={tradeoff.assumptions}
        onChange={assumptions => change({ assumptions })}
        create={() => ({
          id: nextAssumptionId(tradeoff.assumptions),
          rule: '',
        })}
      >
        {(item, changeItem) => (
          <div className={classes.stack}>
            <Field
              label={t('editor.claim')}
              value={item.claim ?? ''}
              onChange={claim => changeItem({ claim: claim || undefined })}
            />
            <div className={classes.row}>
              <Field
                label={t('editor.rule')}
                value={item.rule}
                onChange={rule => changeItem({ rule })}
                placeholder="workload.minReplicas >= 2"
                monospace
                required
              />
              <Field
                label={t('editor.for')}
                value={item.for ?? ''}
                onChange={span => changeItem({ for: span || undefined })}
                placeholder="24h"
              />
            </div>
          </div>
        )}
      </ListField>
      <div className={classes.row}>
        {(['stimulus', 'response', 'responseMeasure'] as const).map(name => (
          <Field
            key={name}
            label={t(`scenario.${name}`)}
            value={tradeoff.scenario?.[name] ?? ''}
            onChange={value =>
              change({
                scenario: { ...tradeoff.scenario, [name]: value || undefined },
              })
            }
          />
        ))}
      </div>
      <ListField<RecordEvidence>
        label={t('record.evidence')}
        addLabel={t('editor.addEvidence')}
        itemLabel={index =>
          tradeoff.evidence[index]?.title || t('record.evidence')
        }
        items={tradeoff.evidence}
        onChange={evidence => change({ evidence })}
        create={() => ({ title: '', url: '' })}
      >
        {(item, changeItem) => (
          <div className={classes.row}>
            <Field
              label={t('editor.evidenceTitle')}
              value={item.title}
              onChange={value => changeItem({ title: value })}
            />
            <Field
              label={t('editor.evidenceUrl')}
              value={item.url}
              onChange={url => changeItem({ url })}
              placeholder="https://"
            />
            <Field
              label={t('editor.observedAt')}
              type="date"
              value={item.observedAt ?? ''}
              onChange={observedAt =>
                changeItem({ observedAt: observedAt || undefined })
              }
            />
          </div>
        )}
      </ListField>
      <Field
        label={t('editor.revisitWhen')}
        help={t('editor.onePerLine')}
        value={tradeoff.revisitWhen.join('\n')}
        onChange={text =>
          change({ revisitWhen: text === '' ? [] : text.split('\n') })
        }
        rows={1}
      />
    </div>
  );
}
