import { useTranslationRef } from '@backstage/frontend-plugin-api';
import {
  ProblemBlankState,
  type Problem,
} from '@airworthy/plugin-readiness-react';
import { tradeoffsTranslationRef } from '../translation';

/** @internal */
export interface TradeoffsProblemProps {
  problem: Problem;
  /** What was to be read: its title says so. */
  what: 'entity' | 'records' | 'record' | 'fleet';
  onRetry: () => void;
}

/** A problem in the words of what could not be read. */
export function TradeoffsProblem(props: TradeoffsProblemProps) {
  const { problem, what, onRetry } = props;
  const { t } = useTranslationRef(tradeoffsTranslationRef);
  return (
    <ProblemBlankState
      problem={problem}
      onRetry={onRetry}
      words={{
        'no-access': {
          title: t(`problem.noAccess.${what}`),
          text: t('problem.noAccess.text'),
        },
        'not-found': {
          title: t(`problem.notFound.${what}`),
          text: t(`problem.notFound.${what}Text`),
        },
        failed: { title: t(`problem.failed.${what}`) },
      }}
    />
  );
}
