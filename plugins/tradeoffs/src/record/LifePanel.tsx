import { makeStyles } from '@material-ui/core/styles';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ActionButton,
  Panel,
  tokensOf,
} from '@airworthy/plugin-readiness-react';
import type { RecordDetail } from '@airworthy/plugin-tradeoffs-common';
import { prefillQuery } from '../hooks/newRecordAddress';
import { newRecordRouteRef } from '../routes';
import { tradeoffsTranslationRef } from '../translation';
import type { RecordActions } from './useRecordActions';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: 10, padding: '0 16px 14px' },
    row: { display: 'flex', flexWrap: 'wrap', gap: 8 },
    text: {
      margin: 0,
      fontSize: 12.5,
      lineHeight: '18px',
      color: tokensOf(theme).textSecondary,
    },
    list: { margin: 0, paddingLeft: 18 },
  }),
  { name: 'AirworthyLifePanel' },
);

/** Steps that are for decision makers and the owner alone. */
const forDeciders = ['accepted', 'deprecated', 'superseded'];

/** @internal */
export interface LifePanelProps {
  record: RecordDetail;
  actions: RecordActions;
}

/** What the reader may do next with the record, and what that still needs. */
export function LifePanel({ record, actions }: LifePanelProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  const newRecord = useRouteRef(newRecordRouteRef);
  const { id, revision } = record;
  const { running, run } = actions;
  const steps = record.nextStatuses.filter(status =>
    forDeciders.includes(status) ? record.canAccept : record.editable,
  );
  const awaiting = record.acceptances.some(
    acceptance => acceptance.state === 'awaiting-confirmation',
  );
  const blocked = record.obstacles.length > 0;
  const [entity] = record.entityRefs;
  const canReview = record.status === 'accepted' && record.canAccept;
  if (
    steps.length === 0 &&
    !canReview &&
    !(awaiting && record.canAccept) &&
    !record.canPropose
  ) {
    return null;
  }
  return (
    <Panel dense title={t('life.title')}>
      <div className={classes.root}>
        {awaiting && record.canAccept && (
          <>
            <p className={classes.text}>{t('life.confirmText')}</p>
            <div className={classes.row}>
              <ActionButton
                kind="primary"
                disabled={running}
                onClick={() =>
                  run(api => api.confirmAcceptances(id, { revision }))
                }
              >
                {t('life.confirm')}
              </ActionButton>
            </div>
          </>
        )}
        <div className={classes.row}>
          {canReview && (
            <ActionButton
              disabled={running}
              onClick={() => run(api => api.reviewRecord(id, { revision }))}
            >
              {t('life.review')}
            </ActionButton>
          )}
          {steps.map(status =>
            status === 'superseded' ? (
              entity && (
                <ActionButton
                  key={status}
                  to={`${newRecord()}${prefillQuery({
                    entity,
                    supersedes: id,
                  })}`}
                >
                  {t('life.to.superseded')}
                </ActionButton>
              )
            ) : (
              <ActionButton
                key={status}
                kind={status === 'accepted' && !blocked ? 'primary' : 'plain'}
                disabled={running || (status === 'accepted' && blocked)}
                onClick={() =>
                  run(api => api.setRecordStatus(id, { status, revision }))
                }
              >
                {t(`life.to.${status}`)}
              </ActionButton>
            ),
          )}
          {record.canPropose && (
            <ActionButton
              disabled={running}
              onClick={() => actions.propose(record)}
            >
              {t('life.propose')}
            </ActionButton>
          )}
        </div>
        {steps.includes('accepted') && blocked && (
          <div className={classes.text}>
            {t('life.obstacles')}
            <ul className={classes.list}>
              {record.obstacles.map(({ code, message }) => (
                <li key={code}>{message}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Panel>
  );
}
