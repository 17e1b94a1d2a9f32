import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { useState } from 'react';
import { ActionButton } from '../components';
import { readinessTranslationRef } from '../translation';
import { attestableFacts } from './attestableFacts';
import { useAttestations } from './AttestationsContext';
import { AttestDialog } from './AttestDialog';

/** @internal */
export interface AttestButtonProps {
  entityRef: string;
  check: CheckExplanation;
}

/** Opens the form, where the reader may vouch for a fact of the check. */
export function AttestButton({ entityRef, check }: AttestButtonProps) {
  const { t } = useTranslationRef(readinessTranslationRef);
  const attestations = useAttestations();
  const [open, setOpen] = useState(false);
  if (!attestations?.list.mayAttest) {
    return null;
  }
  const facts = attestableFacts(check, attestations.list.attestable);
  if (facts.length === 0) {
    return null;
  }
  return (
    <>
      <ActionButton
        aria-haspopup="dialog"
        aria-label={t('attest.actionFor', { title: check.title })}
        onClick={() => setOpen(true)}
      >
        {t('attest.action')}
      </ActionButton>
      {open && (
        <AttestDialog
          entityRef={entityRef}
          title={check.title}
          facts={facts}
          onAttest={attestations.attest}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
