import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../../Detector';
import { commandLines } from './commandLines';
import { readPipelines } from './readPipelines';
import type { PipelineStep } from './types';

/** What a pipeline may do for a service. */
export interface Activity {
  /** Command lines that do it. */
  commands: readonly RegExp[];
  /** Actions, tasks, orbs and templates that do it. */
  uses: readonly RegExp[];
  /** Refuses a command line that would match otherwise. */
  except?: RegExp;
  /** Refuses an action by its settings. */
  accepts?: (step: PipelineStep) => boolean;
}

/** Whether an activity was found, and why it cannot be told otherwise. */
export interface ActivityFinding {
  origin?: Origin;
  /** Nothing was found, and something could not be read: half a sentence. */
  undecided?: string;
  /** The repository has no pipeline file at all. */
  withoutPipeline: boolean;
}

async function does(
  context: DetectorContext,
  step: PipelineStep,
  activity: Activity,
): Promise<boolean> {
  if (
    step.uses !== '' &&
    activity.uses.some(pattern => pattern.test(step.uses)) &&
    (activity.accepts?.(step) ?? true)
  ) {
    return true;
  }
  if (step.run === '') {
    return false;
  }
  const lines = await commandLines(context, step.run);
  return lines.some(
    line =>
      activity.commands.some(pattern => pattern.test(line)) &&
      !activity.except?.test(line),
  );
}

/** Looks for an activity in all pipelines of the service. */
export async function findActivity(
  context: DetectorContext,
  activity: Activity,
  options: { everyChange?: boolean } = {},
): Promise<ActivityFinding> {
  const { pipelines, unread } = await readPipelines(context);
  const withoutPipeline = pipelines.length === 0 && unread.length === 0;
  for (const { steps } of pipelines) {
    for (const step of steps) {
      if (
        (step.everyChange || !options.everyChange) &&
        (await does(context, step, activity))
      ) {
        return { origin: step.origin, withoutPipeline };
      }
    }
  }
  if (unread.length > 0) {
    return { undecided: `${unread[0]} is not understood`, withoutPipeline };
  }
  const hidden = pipelines.flatMap(pipeline =>
    pipeline.hidden.map(
      called =>
        `${pipeline.file} calls ${called}, which is not in this repository`,
    ),
  );
  return { undecided: hidden.at(0), withoutPipeline };
}
