import HelpOutlineIcon from '@material-ui/icons/HelpOutline';
import LockIcon from '@material-ui/icons/Lock';
import WarningIcon from '@material-ui/icons/Warning';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { ReactNode } from 'react';
import type { Problem } from '../hooks/problem';
import { useCopy } from '../hooks/useCopy';
import { readinessReactTranslationRef } from '../translation';
import { ActionButton } from './ActionButton';
import { formatShortMoment } from './age';
import { BlankState } from './BlankState';

function CopyDetails({ details }: { details: string }) {
  const { t } = useTranslationRef(readinessReactTranslationRef);
  const { outcome, copy } = useCopy();
  return (
    <ActionButton onClick={() => copy(details)}>
      {outcome ? t(`copy.${outcome}`) : t('problem.copyDetails')}
    </ActionButton>
  );
}

/** What one kind of problem is called where it stands. */
export interface ProblemWords {
  title: string;
  /** Says what to do; a sentence that fits everywhere unless told. */
  text?: ReactNode;
  /** Beside trying again. */
  actions?: ReactNode;
}

/** @internal */
export interface ProblemBlankStateProps {
  problem: Problem;
  /** Words by kind; their titles say what was to be read. */
  words: Record<Problem['kind'], ProblemWords>;
  onRetry: () => void;
}

/**
 * Stands in the place of what could not be read. "You may not see this" is a
 * state of its own and never an empty one.
 */
export function ProblemBlankState(props: ProblemBlankStateProps) {
  const { problem, words, onRetry } = props;
  const { t } = useTranslationRef(readinessReactTranslationRef);
  const { title, text, actions } = words[problem.kind];
  if (problem.kind === 'no-access') {
    return (
      <BlankState icon={<LockIcon />} title={title} actions={actions}>
        {text ?? t('problem.noAccess')}
      </BlankState>
    );
  }
  if (problem.kind === 'not-found') {
    return (
      <BlankState
        icon={<HelpOutlineIcon />}
        title={title}
        actions={
          <>
            <ActionButton onClick={onRetry}>{t('problem.retry')}</ActionButton>
            {actions}
          </>
        }
      >
        {text}
      </BlankState>
    );
  }
  return (
    <BlankState
      icon={<WarningIcon />}
      role="alert"
      title={title}
      actions={
        <>
          <ActionButton kind="primary" onClick={onRetry}>
            {t('problem.retry')}
          </ActionButton>
          <CopyDetails details={problem.details} />
          {actions}
        </>
      }
    >
      {text ??
        t('problem.failed', {
          message: problem.message,
          at: formatShortMoment(problem.at),
        })}
    </BlankState>
  );
}
