import { Link } from '@backstage/core-components';
import { useRouteRef } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Acceptance } from '@airworthy/plugin-readiness-common';
import { formatDate, Glyph, Notice, useNow } from '../components';
import { recordRouteRef } from '../routes';
import { readinessTranslationRef } from '../translation';

const DAY = 86_400_000;
/** From here on the end of an acceptance is worth a word. */
const SOON = 30 * DAY;

/** Which decision accepts the failure, until when, and why. */
export function AcceptanceNote({ acceptance }: { acceptance: Acceptance }) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const left = Date.parse(acceptance.until) - useNow();
  const recordRoute = useRouteRef(recordRouteRef);
  // The record's own page says more than the file that it was read from.
  const to = recordRoute
    ? recordRoute({ id: acceptance.recordId })
    : acceptance.recordUrl;
  const record = `${acceptance.recordId} ${acceptance.recordTitle}`;
  return (
    <Notice tone="accepted" icon={<Glyph name="accepted" />}>
      {t('acceptance.until')}{' '}
      <time dateTime={acceptance.until}>{formatDate(acceptance.until)}</time>{' '}
      {t('acceptance.by')}{' '}
      {to ? (
        <Link to={to} underline="always" color="primary">
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
