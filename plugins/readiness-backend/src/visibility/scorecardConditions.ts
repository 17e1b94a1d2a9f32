import { createConditionExports } from '@backstage/plugin-permission-node';
import { isScorecardOwner, scorecardResourceRef } from './scorecardRules';

const conditionExports = createConditionExports({
  resourceRef: scorecardResourceRef,
  rules: { isScorecardOwner },
});

/**
 * Conditions that a permission policy may put on scorecards.
 *
 * @example
 * createScorecardConditionalDecision(
 *   request.permission,
 *   scorecardConditions.isScorecardOwner({ claims }),
 * );
 *
 * @public
 */
export const scorecardConditions = conditionExports.conditions;

/**
 * A policy's decision to allow what meets conditions on scorecards.
 *
 * @public
 */
export const createScorecardConditionalDecision =
  conditionExports.createConditionalDecision;
