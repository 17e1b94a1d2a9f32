import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Panel } from '@airworthy/plugin-readiness-react';
import type { EntityTradeoffs } from '@airworthy/plugin-tradeoffs-common';
import { countDesignSteps, DesignSteps, standingOf } from '../components';
import { prefillQuery } from '../hooks/newRecordAddress';
import { editRecordRouteRef, newRecordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import { countAxes, type AxisView } from './axisViews';

/** @internal */
export interface DesignPanelProps {
  tradeoffs: EntityTradeoffs;
  views: readonly AxisView[];
}

/** Which of the eight steps of a design are written down, and where. */
export function DesignPanel({ tradeoffs, views }: DesignPanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const editRecord = useRouteRef(editRecordRouteRef);
  const newRecord = useRouteRef(newRecordRouteRef);
  const { covered, of } = countDesignSteps(tradeoffs.design);
  const { decided, of: axes } = countAxes(views);
  // The newest record in force is where a missing step is added.
  const target = [...tradeoffs.records]
    .reverse()
    .find(
      row =>
        row.entityRefs.includes(tradeoffs.ref) &&
        ['in-force', 'contradicted'].includes(standingOf(row)),
    );
  return (
    <Panel
      dense
      title={t('design.title')}
      note={t('design.note', { covered: String(covered), of: String(of) })}
    >
      <DesignSteps
        design={tradeoffs.design}
        positions={t('design.axes', {
          decided: String(decided),
          of: String(axes),
        })}
        missingAction={
          tradeoffs.canCreate
            ? step => (
                <Link
                  underline="always"
                  aria-label={t('design.addFor', { step: step.title })}
                  to={
                    target
                      ? `${editRecord({
                          id: encodeURIComponent(target.id),
                        })}${prefillQuery({ heading: step.title })}`
                      : `${newRecord()}${prefillQuery({
                          entity: tradeoffs.ref,
                          heading: step.title,
                        })}`
                  }
                >
                  {t('design.add')}
                </Link>
              )
            : undefined
        }
      />
    </Panel>
  );
}
