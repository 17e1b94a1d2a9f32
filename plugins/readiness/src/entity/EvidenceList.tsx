import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { Evidence } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import { ActionButton, EvidenceLine, evidenceLines } from '../components';
import { readinessTranslationRef } from '../translation';

const SHOWN_AT_FIRST = 4;

/** @internal */
export interface EvidenceListProps {
  evidence: readonly Evidence[];
}

/** Where a verdict comes from: those that decided first, a few at a time. */
export function EvidenceList({ evidence }: EvidenceListProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const [all, setAll] = useState(false);
  const lines = evidenceLines(evidence);
  const shown =
    all || lines.length <= SHOWN_AT_FIRST + 1
      ? lines
      : lines.slice(0, SHOWN_AT_FIRST);
  return (
    <div>
      {shown.map((line, index) => (
        <EvidenceLine key={index} line={line} />
      ))}
      {shown.length < lines.length && (
        <ActionButton kind="text" onClick={() => setAll(true)}>
          {t('evidence.more', { count: lines.length - shown.length })}
        </ActionButton>
      )}
    </div>
  );
}
