import { createConditionExports } from '@backstage/plugin-permission-node';
import {
  isRecordDecisionMaker,
  isRecordOwner,
  recordResourceRef,
} from './recordRules';

const conditionExports = createConditionExports({
  resourceRef: recordResourceRef,
  rules: { isRecordOwner, isRecordDecisionMaker },
});

/**
 * Conditions that a permission policy may put on tradeoff records.
 *
 * @example
 * createRecordConditionalDecision(
 *   request.permission,
 *   {
 *     anyOf: [
 *       recordConditions.isRecordOwner({ claims }),
 *       recordConditions.isRecordDecisionMaker({ claims }),
 *     ],
 *   },
 * );
 *
 * @public
 */
export const recordConditions = conditionExports.conditions;

/**
 * A policy's decision to allow what meets conditions on tradeoff records.
 *
 * @public
 */
export const createRecordConditionalDecision =
  conditionExports.createConditionalDecision;
