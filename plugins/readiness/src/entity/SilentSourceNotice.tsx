import { useTranslationRef } from '@backstage/frontend-plugin-api';
import ScheduleIcon from '@material-ui/icons/Schedule';
import type { Scorecard } from '@airworthy/plugin-readiness-common';
import { AgeText, formatShortMoment, Notice } from '../components';
import { readinessTranslationRef } from '../translation';
import { silentSources } from './sourceAges';

/** @internal */
export interface SilentSourceNoticeProps {
  scorecard: Scorecard;
  /** Leaves out the sources behind the first. */
  brief?: boolean;
}

/**
 * Above a scorecard that is still usable while a source does not answer:
 * which, since when, and until when its last values count.
 */
export function SilentSourceNotice({
  scorecard,
  brief,
}: SilentSourceNoticeProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const [source, ...others] = silentSources(scorecard);
  if (!source) {
    return null;
  }
  return (
    <Notice tone="attention" icon={<ScheduleIcon />}>
      <strong>
        {t(`silent.${source.status}`, { title: source.title })}{' '}
        {source.status === 'stale' ? (
          <AgeText moment={source.lastAnswer} />
        ) : (
          <time dateTime={source.since}>{formatShortMoment(source.since)}</time>
        )}
        .
      </strong>{' '}
      {source.checks > 0 && t('silent.kept', { count: source.checks })}
      {source.checks > 0 && source.keptUntil && (
        <>
          {' '}
          {t('silent.until')}{' '}
          <time dateTime={source.keptUntil}>
            {formatShortMoment(source.keptUntil)}
          </time>
        </>
      )}
      {source.checks > 0 && '. '}
      {!brief &&
        others.length > 0 &&
        t('silent.others', { count: others.length })}
    </Notice>
  );
}
