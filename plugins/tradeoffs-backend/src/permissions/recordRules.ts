import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_TRADEOFF_RECORD } from '@airworthy/plugin-tradeoffs-common';
import { z } from 'zod';

/** What conditions on a record can see of it. */
export interface RecordResource {
  id: string;
  /** Owner of the entity that the record is about. */
  owner?: string;
  /** Entity references among its decision makers. */
  decisionMakers: string[];
}

/** One condition as a query. */
export type RecordFilter =
  | { kind: 'owner'; refs: string[] }
  | { kind: 'decision-maker'; refs: string[] };

/** The resource type of tradeoff records, for conditional decisions. */
export const recordResourceRef = createPermissionResourceRef<
  RecordResource,
  RecordFilter
>().with({
  pluginId: 'tradeoffs',
  resourceType: RESOURCE_TYPE_TRADEOFF_RECORD,
});

const paramsSchema = z.object({
  claims: z
    .array(z.string())
    .describe('Entity references, one of which must match'),
});

/** Allows records of entities that one of the claims owns. */
export const isRecordOwner = createPermissionRule({
  name: 'IS_RECORD_OWNER',
  description: 'Allow records of entities that one of the claims owns',
  resourceRef: recordResourceRef,
  paramsSchema,
  apply: (resource, { claims }) =>
    resource.owner !== undefined && claims.includes(resource.owner),
  toQuery: ({ claims }) => ({ kind: 'owner', refs: claims }),
});

/** Allows records of which one of the claims is a decision maker. */
export const isRecordDecisionMaker = createPermissionRule({
  name: 'IS_RECORD_DECISION_MAKER',
  description: 'Allow records that name one of the claims as decision maker',
  resourceRef: recordResourceRef,
  paramsSchema,
  apply: (resource, { claims }) =>
    resource.decisionMakers.some(ref => claims.includes(ref)),
  toQuery: ({ claims }) => ({ kind: 'decision-maker', refs: claims }),
});

/** All rules that policies may use on records. */
export const recordRules = [isRecordOwner, isRecordDecisionMaker];
