import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { readinessTranslationRef } from '../translation';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** How long a run took, `240 ms`, `4.2 s` or `3 min`. */
export function useDurationText(): (milliseconds: number) => string {
  const { t } = useTranslationRef(readinessTranslationRef);
  return milliseconds => {
    if (milliseconds < SECOND) {
      return t('sourcesPage.milliseconds', { amount: String(milliseconds) });
    }
    if (milliseconds < 2 * MINUTE) {
      return t('sourcesPage.seconds', {
        amount: (milliseconds / SECOND).toFixed(milliseconds < 10_000 ? 1 : 0),
      });
    }
    return t('sourcesPage.minutes', {
      amount: String(Math.round(milliseconds / MINUTE)),
    });
  };
}
