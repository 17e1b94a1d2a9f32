import SyncAltIcon from '@material-ui/icons/SyncAlt';
import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Drift } from '@airworthy/plugin-readiness-common';
import { Notice } from '@airworthy/plugin-readiness-react';
import { readinessTranslationRef } from '../translation';
import { useFactText } from './EvidenceLine';
import { shortMember } from './evidenceLines';

/** @internal */
export interface DriftNoteProps {
  drift: Drift;
  /** Titles by source id; the id stands in for one that is not there. */
  sourceTitles: ReadonlyMap<string, string>;
}

/** Where what is declared and what runs differ, and where to change it. */
export function DriftNote({ drift, sourceTitles }: DriftNoteProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const factText = useFactText();
  const title = (source: string) => sourceTitles.get(source) ?? source;
  const place =
    drift.file && drift.line !== undefined
      ? `${drift.file}:${drift.line}`
      : drift.file;
  return (
    <Notice tone="attention" icon={<SyncAltIcon />}>
      <strong>{t('drift.title')}</strong>{' '}
      {t('drift.text', {
        what: t(
          drift.fact.startsWith('workload.')
            ? 'drift.running'
            : 'drift.observed',
          {
            declared: factText(drift.declared),
            observed: factText(drift.observed),
          },
        ),
        fact: drift.member
          ? `${drift.fact} (${shortMember(drift.member)})`
          : drift.fact,
        declaredSource: title(drift.declaredSource),
        observedSource: title(drift.observedSource),
      })}{' '}
      {drift.url && (
        <Link to={drift.url} underline="always" color="primary">
          {place ?? t('drift.open')}
        </Link>
      )}
      {!drift.url && place && <span>{place}</span>}
    </Notice>
  );
}
