import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Problem } from '../hooks/problem';
import { readinessReactTranslationRef } from '../translation';
import { ActionButton } from './ActionButton';
import { formatShortMoment } from './age';
import { Notice } from './Notice';

/** @internal */
export interface RereadFailedNoticeProps {
  problem: Problem;
  onRetry: () => void;
}

/** Above rows that were read before, where reading them again failed. */
export function RereadFailedNotice({
  problem,
  onRetry,
}: RereadFailedNoticeProps) {
  const { t } = useTranslationRef(readinessReactTranslationRef);
  return (
    <Notice tone="attention" role="status" icon={<ErrorOutlineIcon />}>
      {t('problem.reread', {
        message: problem.message,
        at: formatShortMoment(problem.at),
      })}{' '}
      <ActionButton kind="text" onClick={onRetry}>
        {t('problem.retry')}
      </ActionButton>
    </Notice>
  );
}
