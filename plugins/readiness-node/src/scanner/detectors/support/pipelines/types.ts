import type { Origin } from '@airworthy/plugin-readiness-common';

/** One thing that a pipeline does. */
export interface PipelineStep {
  /** The command line or lines; empty where the step only names an action. */
  run: string;
  /** The action, task, orb or template, without its version. */
  uses: string;
  /** Settings of the action. */
  with: Record<string, string>;
  /** Runs for every change that is proposed or merged. */
  everyChange: boolean;
  origin: Origin;
}

/** One pipeline file, whatever runs it. */
export interface Pipeline {
  /** For people: `GitHub Actions`. */
  system: string;
  file: string;
  /** Its name for people, or that of the file. */
  name: string;
  steps: PipelineStep[];
  /** What it calls that is not in the repository. */
  hidden: string[];
}

/** All pipelines of the service. */
export interface Pipelines {
  pipelines: Pipeline[];
  /** Pipeline files that are not understood or do not parse. */
  unread: string[];
}
