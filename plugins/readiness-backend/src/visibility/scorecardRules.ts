import {
  createPermissionResourceRef,
  createPermissionRule,
} from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_READINESS_SCORECARD } from '@airworthy/plugin-readiness-common';
import { z } from 'zod';

/** What conditions on a scorecard can see of it. */
export interface ScorecardResource {
  ref: string;
  /** Entity reference. */
  owner?: string;
}

/** One condition as a query: the scorecard's owner is among these. */
export interface ScorecardFilter {
  owners: string[];
}

/** The resource type of scorecards, for conditional decisions. */
export const scorecardResourceRef = createPermissionResourceRef<
  ScorecardResource,
  ScorecardFilter
>().with({
  pluginId: 'readiness',
  resourceType: RESOURCE_TYPE_READINESS_SCORECARD,
});

/** Allows the scorecards of entities that one of the claims owns. */
export const isScorecardOwner = createPermissionRule({
  name: 'IS_SCORECARD_OWNER',
  description: 'Allow scorecards of entities that one of the claims owns',
  resourceRef: scorecardResourceRef,
  paramsSchema: z.object({
    claims: z
      .array(z.string())
      .describe('Entity references, one of which must be the owner'),
  }),
  apply: (resource, { claims }) =>
    resource.owner !== undefined && claims.includes(resource.owner),
  toQuery: ({ claims }) => ({ owners: claims }),
});

/** All rules that policies may use on scorecards. */
export const scorecardRules = [isScorecardOwner];
