import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Acceptance } from '@airworthy/plugin-readiness-common';
import { formatDate, Glyph, Notice, useNow } from '../components';
import { readinessTranslationRef } from '../translation';

const DAY = 86_400_000;
/** From here on the end of an acceptance is worth a word. */
const SOON = 30 * DAY;

/** Which decision accepts the failure, until when, and why. */
export function AcceptanceNote({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const left = Date.parse(acceptance.until) - useNow();
  const record = `${acceptance.recordId} ${acceptance.recordTitle}`;
  return (
    <Notice tone="accepted" icon={<Glyph name="accepted" />}>
      {t('acceptance.until')}{' '}
      <time dateTime={acceptance.until}>{formatDate(acceptance.until)}</time>{' '}
      {t('acceptance.by')}{' '}
      {acceptance.recordUrl ? (
        <Link to={acceptance.recordUrl} underline="always" color="primary">
          {record}
        </Link>
      ) : (
        record
      )}
      . {acceptance.reason}{' '}
      {left < SOON &&
        left > 0 &&
        t('acceptance.review', { count: Math.ceil(left / DAY) })}
    </Notice>
  );
}
