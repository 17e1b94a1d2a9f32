import type { FactRecord } from '@airworthy/plugin-readiness-common';
import type { OwnerFinder } from './OwnerFinder';

/** An entity as the audit sees it. */
export interface AuditedEntity {
  entityId: number;
  ref: string;
  kind: string;
  tier: number;
  owner: string | undefined;
  /** The owner of its system; absent where it has none. */
  systemOwner: string | undefined;
  annotations: Readonly<Record<string, string>>;
}

/** What a source says that the audit reads. */
export interface StatedFact {
  value: FactRecord['value'];
  /** Title of the source. */
  source: string;
  url?: string;
}

/** A deployment to production that went well. */
export interface AuditedDeployment {
  deployedBy: string;
  /** Milliseconds. */
  at: number;
}

/** That a person said that the owner is the right one. */
export interface AuditedConfirmation {
  owner: string;
  /** Milliseconds. */
  until: number;
  confirmedBy: string;
  /** Milliseconds. */
  confirmedAt: number;
}

/** How long things count; milliseconds. */
export interface OwnershipLimits {
  /** How long a confirmation counts that has no day of its own. */
  confirmForMs: number;
  /** How long an owner may go without a deployment. */
  deployedWithinMs: number;
}

/** Everything that decides the audit of one entity. */
export interface OwnershipInput {
  entity: AuditedEntity;
  facts: ReadonlyMap<string, StatedFact>;
  /** The newest first, bounded. */
  deployments: readonly AuditedDeployment[];
  /** The latest of any owner. */
  confirmation: AuditedConfirmation | undefined;
  /** Milliseconds; when the entity was first audited. */
  knownSince: number;
  /** Milliseconds; when the owner left the catalog, where it was there. */
  ownerGoneAt: number | undefined;
  owners: OwnerFinder;
  limits: OwnershipLimits;
  /** Milliseconds. */
  now: number;
}
