import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type {
  ChecklistOverrides,
  FactDefinition,
} from '@airworthy/plugin-readiness-common';
import type { EvidenceSource } from './EvidenceSource';
import type { EvidenceWebhook } from './EvidenceWebhook';

/**
 * Takes evidence sources.
 *
 * @public
 */
export interface ReadinessSourcesExtensionPoint {
  addSource(source: EvidenceSource): void;
}

/**
 * Takes declarations of facts that the default ones do not name.
 *
 * @public
 */
export interface ReadinessFactsExtensionPoint {
  addFacts(...facts: FactDefinition[]): void;
}

/**
 * Takes additions to the checklist, in the shape of `readiness.checklist` of
 * the config; config goes over them.
 *
 * @public
 */
export interface ReadinessChecklistExtensionPoint {
  addOverrides(overrides: ChecklistOverrides): void;
}

/**
 * Takes what turns events of vendors into evidence.
 *
 * @public
 */
export interface ReadinessEvidenceExtensionPoint {
  addWebhook(webhook: EvidenceWebhook): void;
}

/** @public */
export const readinessSourcesExtensionPoint =
  createExtensionPoint<ReadinessSourcesExtensionPoint>({
    id: 'readiness.sources',
  });

/** @public */
export const readinessFactsExtensionPoint =
  createExtensionPoint<ReadinessFactsExtensionPoint>({ id: 'readiness.facts' });

/** @public */
export const readinessChecklistExtensionPoint =
  createExtensionPoint<ReadinessChecklistExtensionPoint>({
    id: 'readiness.checklist',
  });

/** @public */
export const readinessEvidenceExtensionPoint =
  createExtensionPoint<ReadinessEvidenceExtensionPoint>({
    id: 'readiness.evidence',
  });
