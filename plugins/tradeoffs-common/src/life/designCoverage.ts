import { designSteps, type DesignStepState } from '../model/designSteps';
import type { TradeoffRecord } from '../model/types';

/**
 * Who covers one of the eight design steps.
 *
 * @public
 */
export interface DesignStepCoverage {
  id: string;
  title: string;
  state: DesignStepState;
  /** The record that covers it, and the heading under which. */
  recordId?: string;
  heading?: string;
}

/**
 * Which of the eight steps the records in force cover. What a record states in
 * `airworthy.design` goes before what its headings suggest; a heading without
 * text below it covers nothing.
 *
 * @public
 */
export function designCoverage(
  records: readonly TradeoffRecord[],
): DesignStepCoverage[] {
  const inForce = records.filter(record => record.status === 'accepted');
  return designSteps.map(step => {
    let notApplicable: DesignStepCoverage | undefined;
    for (const record of inForce) {
      const stated = record.design[step.id];
      if (stated?.state === 'not-applicable') {
        notApplicable ??= {
          ...step,
          state: 'not-applicable',
          recordId: record.id,
        };
      }
      if (stated && stated.state !== 'covered') {
        continue;
      }
      const wanted = stated?.heading
        ? [stated.heading.toLocaleLowerCase('en-US')]
        : step.headings;
      const section = record.sections.find(
        candidate =>
          candidate.depth > 1 &&
          candidate.text !== '' &&
          wanted.includes(candidate.title.toLocaleLowerCase('en-US')),
      );
      const byPositions =
        step.id === 'tradeoffs' && record.tradeoffs.length > 0;
      if (section || byPositions) {
        return pick(step, {
          state: 'covered',
          recordId: record.id,
          heading: section?.title,
        });
      }
    }
    return notApplicable
      ? pick(step, {
          state: 'not-applicable',
          recordId: notApplicable.recordId,
        })
      : pick(step, { state: 'missing' });
  });
}

function pick(
  step: { id: string; title: string },
  rest: Omit<DesignStepCoverage, 'id' | 'title'>,
): DesignStepCoverage {
  const { state, recordId, heading } = rest;
  return {
    id: step.id,
    title: step.title,
    state,
    ...(recordId !== undefined && { recordId }),
    ...(heading !== undefined && { heading }),
  };
}
