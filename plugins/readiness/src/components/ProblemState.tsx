import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  formatShortMoment,
  ProblemBlankState,
  type Problem,
} from '@airworthy/plugin-readiness-react';
import type { ReactNode } from 'react';
import { readinessTranslationRef } from '../translation';

/** @internal */
export interface ProblemStateProps {
  problem: Problem;
  /** What was to be read: its title says so. */
  what: 'scorecard' | 'fleet' | 'checks' | 'sources';
  onRetry: () => void;
  /** What to do where the reader lacks permission, and whom to ask. */
  noAccess?: { text?: ReactNode; actions?: ReactNode };
}

/** A problem in the words of what could not be read. */
export function ProblemState(props: ProblemStateProps) {
  const { problem, what, onRetry, noAccess } = props;
  const { t } = useTranslationRef(readinessTranslationRef);
  return (
    <ProblemBlankState
      problem={problem}
      onRetry={onRetry}
      words={{
        'no-access': {
          title: t(`problem.noAccess.${what}`),
          text: noAccess?.text ?? t('problem.noAccess.text'),
          actions: noAccess?.actions,
        },
        'not-found': {
          title: t(`problem.notFound.${what}`),
          text: t(`problem.notFound.${what}Text`),
        },
        failed: {
          title: t(`problem.failed.${what}`),
          text: t('problem.failed.text', {
            message: problem.message,
            at: formatShortMoment(problem.at),
          }),
        },
      }}
    />
  );
}
