import { useTranslationRef } from '@backstage/frontend-plugin-api';
import type { CheckExplanation } from '@airworthy/plugin-readiness-common';
import { AttestButton } from '../attestations/AttestButton';
import { ActionButton } from '../components';
import { readinessTranslationRef } from '../translation';
import { useTemplateLink } from './useTemplateLink';
import { useTradeoffLink } from './useTradeoffLink';

/** @internal */
export interface FixActionsProps {
  entityRef: string;
  check: CheckExplanation;
  /** One of the next checks: its first action is filled. */
  prominent?: boolean;
  stepsOpen: boolean;
  onToggleSteps: () => void;
  /** The element that the steps show in. */
  stepsId: string;
}

/** What a person can do about a check that does not pass. */
export function FixActions(props: FixActionsProps) {
  const { entityRef, check, prominent, stepsOpen, onToggleSteps, stepsId } =
    props;
  const { t } = useTranslationRef(readinessTranslationRef);
  const templateLink = useTemplateLink();
  const recordLink = useTradeoffLink()(entityRef, check);
  const link = templateLink(check.fix.template, {
    entityRef,
    check: check.id,
  });
  const steps = check.fix.steps.length > 0 || check.fix.url;
  return (
    <>
      {link && (
        <ActionButton
          kind={prominent ? 'primary' : 'plain'}
          to={link}
          aria-label={t('fix.templateFor', { title: check.fix.title })}
        >
          {t('fix.template')}
        </ActionButton>
      )}
      {steps && (
        <ActionButton
          kind={prominent && !link ? 'primary' : 'plain'}
          onClick={onToggleSteps}
          aria-expanded={stepsOpen}
          aria-controls={stepsId}
          aria-label={t(stepsOpen ? 'fix.hideFor' : 'fix.showFor', {
            title: check.fix.title,
          })}
        >
          {stepsOpen ? t('fix.hide') : t('fix.show')}
        </ActionButton>
      )}
      <AttestButton entityRef={entityRef} check={check} />
      {recordLink && (
        <ActionButton
          to={recordLink}
          aria-label={t('tradeoff.recordFor', { title: check.title })}
        >
          {t('tradeoff.record')}
        </ActionButton>
      )}
    </>
  );
}
