import ErrorOutlineIcon from '@material-ui/icons/ErrorOutline';
import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LockIcon from '@material-ui/icons/Lock';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import type { Problem } from '../hooks/problem';
import { useCopy } from '../hooks/useCopy';
import { readinessTranslationRef } from '../translation';
import { ActionButton } from './ActionButton';
import { formatShortMoment } from './age';
import { BlankState } from './BlankState';
import { Notice } from './Notice';

function CopyDetails({ details }: { details: string }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const { outcome, copy } = useCopy();
  return (
    <ActionButton onClick={() => copy(details)}>
      {outcome ? t(`copy.${outcome}`) : t('problem.copyDetails')}
    </ActionButton>
  );
}

/** @internal */
export interface ProblemStateProps {
  problem: Problem;
  /** What was to be read: its title says so. */
  what: 'scorecard' | 'fleet' | 'checks';
  onRetry: () => void;
  /** What to do where the reader lacks permission, and whom to ask. */
  noAccess?: { text?: ReactNode; actions?: ReactNode };
}

/**
 * Stands in the place of what could not be read. "You may not see this" is a
 * state of its own and never an empty one.
 */
export function ProblemState(props: ProblemStateProps) {
  const { problem, what, onRetry, noAccess } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  if (problem.kind === 'no-access') {
    return (
      <BlankState
        icon={<LockIcon />}
        title={t(`problem.noAccess.${what}`)}
        actions={noAccess?.actions}
      >
        {noAccess?.text ?? t('problem.noAccess.text')}
      </BlankState>
    );
  }
  if (problem.kind === 'not-found') {
    return (
      <BlankState
        icon={<HelpOutlineIcon />}
        title={t(`problem.notFound.${what}`)}
        actions={
          <ActionButton onClick={onRetry}>{t('problem.retry')}</ActionButton>
        }
      >
        {t(`problem.notFound.${what}Text`)}
      </BlankState>
    );
  }
  return (
    <BlankState
      icon={<WarningIcon />}
      role="alert"
      title={t(`problem.failed.${what}`)}
      actions={
        <>
          <ActionButton kind="primary" onClick={onRetry}>
            {t('problem.retry')}
          </ActionButton>
          <CopyDetails details={problem.details} />
        </>
      }
    >
      {t('problem.failed.text', {
        message: problem.message,
        at: formatShortMoment(problem.at),
      })}
    </BlankState>
  );
}

/** @internal */
export interface StaleNoticeProps {
  problem: Problem;
  onRetry: () => void;
}

/** Above rows that were read before, where reading them again failed. */
export function RereadFailedNotice({ problem, onRetry }: StaleNoticeProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
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
