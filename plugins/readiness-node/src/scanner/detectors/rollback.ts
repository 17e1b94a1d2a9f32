import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext, ProductionObject } from '../Detector';
import { readPipelines } from './support/pipelines/readPipelines';
import { readServiceDocuments } from './support/documents';
import { baseName } from './support/paths';
import { listAt, objectAt, valueAt } from './support/values';

const NAME = /\broll-?\s?back\b|\brevert[-_ ]?(?:release|deploy|production)/i;

/** Commands that bring an earlier version back. */
const COMMAND =
  /\bkubectl\b[^|;&\n]{0,200}\brollout\s+undo\b|\bkubectl[- ]argo[- ]rollouts\s+(?:undo|abort)\b|\bhelm\s+rollback\b|\bargocd\s+app\s+rollback\b|\b(?:aws\s+deploy\s+stop-deployment|gcloud\s+(?:run\s+services|app\s+services)[^|;&\n]{0,80}(?:update-traffic|set-traffic)|flyctl?\s+releases\s+rollback|heroku\s+rollback|kamal\s+rollback|cap\s+production\s+deploy:rollback|nomad\s+job\s+revert|eb\s+deploy\s+--version)\b|\bgit\s+revert\b/;

/** How one goes back, and where that is written. */
export interface Way {
  text: string;
  origin: Origin;
}

/** A rollout that goes back by itself when its analysis fails. */
export function fromRollout(
  objects: readonly ProductionObject[],
): Way | undefined {
  for (const object of objects) {
    const strategy = objectAt(object.object, 'spec', 'strategy');
    const isAnalysed =
      valueAt(strategy, 'canary', 'analysis') !== undefined ||
      listAt(strategy, 'canary', 'steps').some(
        step => valueAt(step, 'analysis') !== undefined,
      ) ||
      valueAt(strategy, 'blueGreen', 'prePromotionAnalysis') !== undefined ||
      valueAt(strategy, 'blueGreen', 'postPromotionAnalysis') !== undefined;
    if (object.kind === 'Rollout' && isAnalysed) {
      return {
        text: `rollout ${object.name} with analysis`,
        origin: object.originOf(['spec', 'strategy']),
      };
    }
    if (
      object.kind === 'Canary' &&
      valueAt(object.object, 'spec', 'analysis') !== undefined
    ) {
      return {
        text: `canary ${object.name} with analysis`,
        origin: object.originOf(['spec', 'analysis']),
      };
    }
  }
  return undefined;
}

async function fromPipelines(
  context: DetectorContext,
): Promise<{ way?: Way; undecided?: string }> {
  const { pipelines, unread } = await readPipelines(context);
  for (const { file, name, steps } of pipelines) {
    const step = steps.find(
      ({ run, uses }) => COMMAND.test(run) || NAME.test(uses),
    );
    if (step) {
      return {
        way: {
          text:
            NAME.test(name) || NAME.test(baseName(file))
              ? `workflow ${name}`
              : `a job of ${file}`,
          origin: step.origin,
        },
      };
    }
    if (steps.length > 0 && (NAME.test(name) || NAME.test(baseName(file)))) {
      return { way: { text: `workflow ${name}`, origin: { file, line: 1 } } };
    }
  }
  return { undecided: unread.at(0) };
}

/** A command in a runbook or another document: in code, or in the prose. */
async function fromDocuments(
  context: DetectorContext,
): Promise<Way | undefined> {
  for (const { path, page } of await readServiceDocuments(context)) {
    for (const { text, line } of [...page.code, ...page.prose]) {
      const command = COMMAND.exec(text.slice(0, 2000))?.[0];
      // To revert a commit is a way back only where the page says so.
      const isMeant =
        command !== undefined &&
        (!command.startsWith('git') ||
          page.headings.some(heading => NAME.test(heading.text)));
      if (isMeant) {
        return {
          text: `${command.replace(/\s+/g, ' ')} (${path})`,
          origin: { file: path, line },
        };
      }
    }
  }
  return undefined;
}

/** `rollback.path`: a workflow, an analysed rollout, or a written command. */
export const rollbackDetector: Detector = {
  name: 'rollback',
  facts: ['rollback.path'],
  async detect(context) {
    const { way: workflow, undecided } = await fromPipelines(context);
    const script = context.files.find(
      path =>
        /\.(?:sh|bash|ps1)$/.test(path) && /roll-?back/i.test(baseName(path)),
    );
    const way =
      workflow ??
      fromRollout(context.objects) ??
      (script === undefined
        ? undefined
        : { text: `script ${script}`, origin: { file: script, line: 1 } }) ??
      (await fromDocuments(context));
    if (way) {
      context.fact('rollback.path', way.text, way.origin);
    } else if (undecided !== undefined) {
      context.gap(
        'rollback.path',
        `no document names a command to go back, and ${undecided} is not understood`,
      );
    } else {
      context.fact('rollback.path', '');
    }
  },
};
