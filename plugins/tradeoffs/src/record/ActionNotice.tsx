import { makeStyles } from '@material-ui/core/styles';
import ErrorIcon from '@material-ui/icons/Error';
import InfoIcon from '@material-ui/icons/Info';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ActionButton, Notice } from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';
import type { ActionOutcome } from './useRecordActions';

const useStyles = makeStyles(
  // An empty row of the grid would still take a gap.
  { idle: { position: 'absolute' } },
  { name: 'AirworthyActionNotice' },
);

/** @internal */
export interface ActionNoticeProps {
  outcome?: ActionOutcome;
  onReload: () => void;
}

/** What became of the reader's last action, announced politely. */
export function ActionNotice({ outcome, onReload }: ActionNoticeProps) {
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  const classes = useStyles();
  return (
    <div
      role="status"
      aria-live="polite"
      className={outcome ? undefined : classes.idle}
    >
      {outcome?.kind === 'done' && (
        <Notice tone="unknown" icon={<InfoIcon />}>
          {t('life.done')}
        </Notice>
      )}
      {outcome?.kind === 'proposed' && (
        <Notice tone="unknown" icon={<InfoIcon />}>
          {t('life.proposed')}{' '}
          <Link to={outcome.url} underline="always">
            {t('record.proposal')}
          </Link>
        </Notice>
      )}
      {outcome?.kind === 'conflict' && (
        <Notice tone="attention" icon={<ErrorIcon />}>
          {t('life.conflict')}{' '}
          <ActionButton kind="text" onClick={onReload}>
            {t('life.readAgain')}
          </ActionButton>
        </Notice>
      )}
      {outcome?.kind === 'failed' && (
        <Notice tone="fail" icon={<ErrorIcon />}>
          {t('life.failed', { message: outcome.problem.message })}
        </Notice>
      )}
    </div>
  );
}
