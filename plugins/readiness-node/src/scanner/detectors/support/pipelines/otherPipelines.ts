import type { DetectorContext } from '../../../Detector';
import { isObject, objectAt, stringAt } from '../values';
import type { Pipeline, PipelineStep } from './types';

/** Keys under which CircleCI and Azure Pipelines write a command line. */
const COMMAND_KEYS = ['script', 'bash', 'pwsh', 'powershell', 'command'];

/** Deeper nesting is no pipeline. */
const MAX_DEPTH = 24;

interface Walk {
  file: string;
  steps: PipelineStep[];
  hidden: string[];
  lineOf(path: ReadonlyArray<string | number>): number | undefined;
}

/** Collects the commands and tasks of a pipeline however it nests its jobs. */
function collect(
  value: unknown,
  path: ReadonlyArray<string | number>,
  walk: Walk,
): void {
  if (path.length > MAX_DEPTH) {
    return;
  }
  if (Array.isArray(value)) {
    value.forEach((item, index) => collect(item, [...path, index], walk));
    return;
  }
  if (!isObject(value)) {
    return;
  }
  const push = (step: Pick<PipelineStep, 'run' | 'uses' | 'with'>) =>
    walk.steps.push({
      ...step,
      everyChange: true,
      origin: { file: walk.file, line: walk.lineOf(path) },
    });
  const run =
    typeof value.run === 'string'
      ? value.run
      : COMMAND_KEYS.map(key => value[key]).find(
          (command): command is string => typeof command === 'string',
        );
  if (run !== undefined) {
    push({ run, uses: '', with: {} });
  }
  const task = stringAt(value, 'task');
  if (task !== undefined) {
    const inputs = objectAt(value, 'inputs');
    push({
      run: stringAt(inputs, 'script') ?? '',
      uses: task.split('@')[0],
      with: Object.fromEntries(
        Object.keys(inputs).map(key => [key, stringAt(inputs, key) ?? '']),
      ),
    });
  }
  const template = stringAt(value, 'template');
  if (template !== undefined) {
    walk.hidden.push(template);
  }
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'orbs') {
      for (const orb of Object.values(objectAt(inner))) {
        if (typeof orb === 'string') {
          push({ run: '', uses: orb.split('@')[0], with: {} });
        }
      }
    } else if (key !== 'inputs') {
      collect(inner, [...path, key], walk);
    }
  }
}

/** Reads a CircleCI or Azure pipeline. */
export async function readNestedPipeline(
  context: DetectorContext,
  system: string,
  path: string,
): Promise<Pipeline | undefined> {
  const document = (await context.documents(path))?.[0];
  if (!document) {
    return undefined;
  }
  const pipeline: Pipeline = {
    system,
    file: path,
    name: stringAt(document.value, 'name') ?? path,
    steps: [],
    hidden: [],
  };
  collect(document.value, [], {
    file: path,
    steps: pipeline.steps,
    hidden: pipeline.hidden,
    lineOf: document.lineOf,
  });
  return pipeline;
}

/** Reads the shell steps of a Jenkinsfile, line by line. */
export async function readJenkinsfile(
  context: DetectorContext,
  path: string,
): Promise<Pipeline | undefined> {
  const text = await context.text(path);
  if (text === undefined) {
    return undefined;
  }
  const pipeline: Pipeline = {
    system: 'Jenkins',
    file: path,
    name: path,
    steps: [],
    hidden: [],
  };
  let within: string | undefined;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (/^\s*\/\//.test(line)) {
      continue;
    }
    const library = /@Library\(\s*['"]([^'"]{1,200})['"]/.exec(line)?.[1];
    if (library !== undefined) {
      pipeline.hidden.push(library);
    }
    const opened =
      /\b(?:sh|bat|powershell)\b[^'"]{0,80}('''|"""|'|")(.*)$/.exec(line);
    let run: string | undefined;
    if (within !== undefined) {
      run = line.split(within)[0];
      within = line.includes(within) ? undefined : within;
    } else if (opened) {
      const [, quote, rest] = opened;
      run = rest.split(quote)[0];
      within = quote.length === 3 && !rest.includes(quote) ? quote : undefined;
    }
    if (run?.trim()) {
      pipeline.steps.push({
        run,
        uses: '',
        with: {},
        everyChange: true,
        origin: { file: path, line: index + 1 },
      });
    }
  }
  return pipeline;
}
