import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../../Detector';
import { matchesPattern } from '../../codeowners/matchesPattern';
import { baseName, resolvePath } from '../paths';
import { isObject, listAt, objectAt, stringAt, valueAt } from '../values';
import type { Pipeline, PipelineStep } from './types';

type Document = NonNullable<
  Awaited<ReturnType<DetectorContext['documents']>>
>[number];

/** Workflows that call workflows that call workflows end here. */
const MAX_CALLS = 4;

export function isWorkflowFile(path: string): boolean {
  return /^\.(?:github|gitea|forgejo)\/workflows\/[^/]+\.ya?ml$/.test(path);
}

/** The triggers by name, with their settings. */
function triggersOf(workflow: unknown): Record<string, unknown> {
  const on = valueAt(workflow, 'on') ?? valueAt(workflow, 'true');
  if (typeof on === 'string') {
    return { [on]: undefined };
  }
  if (Array.isArray(on)) {
    return Object.fromEntries(on.map(name => [String(name), undefined]));
  }
  return isObject(on) ? on : {};
}

/** Whether a path filter matches a file; `**.ts` reaches into folders. */
function matchesFilter(pattern: string, file: string): boolean {
  return matchesPattern(
    /^\*\*[^/]/.test(pattern) ? pattern.slice(1) : `/${pattern}`,
    file,
  );
}

function concernsService(context: DetectorContext, trigger: unknown): boolean {
  const paths = listAt(trigger, 'paths').map(String);
  if (paths.length === 0) {
    return true;
  }
  const wanted = paths.filter(path => !path.startsWith('!'));
  const refused = paths
    .filter(path => path.startsWith('!'))
    .map(path => path.slice(1));
  return context.files.some(
    file =>
      wanted.some(pattern => matchesFilter(pattern, file)) &&
      !refused.some(pattern => matchesFilter(pattern, file)),
  );
}

function runsOnEveryChange(triggers: Record<string, unknown>): boolean {
  const has = (name: string) =>
    Object.prototype.hasOwnProperty.call(triggers, name);
  if (has('pull_request') || has('pull_request_target') || has('merge_group')) {
    return true;
  }
  if (!has('push')) {
    return false;
  }
  const push = objectAt(triggers, 'push');
  return push.tags === undefined || push.branches !== undefined;
}

/** A command of a monorepo that runs in the folder of another service. */
function isElsewhere(context: DetectorContext, folder: string): boolean {
  const { sourcePath } = context;
  const path = resolvePath('', folder) ?? '';
  return (
    sourcePath !== '' &&
    path !== '' &&
    !folder.includes('${{') &&
    !`${path}/`.startsWith(`${sourcePath}/`) &&
    !`${sourcePath}/`.startsWith(`${path}/`)
  );
}

function isNever(condition: string | undefined): boolean {
  return (
    condition !== undefined &&
    /^(?:\$\{\{\s*)?false\s*(?:\}\})?$/.test(condition)
  );
}

function settingsOf(step: unknown): Record<string, string> {
  const settings = objectAt(step, 'with');
  return Object.fromEntries(
    Object.keys(settings).map(key => [key, stringAt(settings, key) ?? '']),
  );
}

interface Reading {
  context: DetectorContext;
  pipeline: Pipeline;
  everyChange: boolean;
  calls: number;
}

/** Reads a workflow; undefined where it is for another part of the repository. */
export async function readWorkflow(
  context: DetectorContext,
  path: string,
): Promise<Pipeline | undefined> {
  const document = (await context.documents(path))?.[0];
  if (!document) {
    return undefined;
  }
  const pipeline: Pipeline = {
    system: 'GitHub Actions',
    file: path,
    name: stringAt(document.value, 'name') ?? baseName(path),
    steps: [],
    hidden: [],
  };
  const triggers = triggersOf(document.value);
  const names = Object.keys(triggers);
  if (
    names.length > 0 &&
    !names.some(name => concernsService(context, triggers[name]))
  ) {
    return pipeline;
  }
  const concerned = Object.fromEntries(
    Object.entries(triggers).filter(([, trigger]) =>
      concernsService(context, trigger),
    ),
  );
  await readJobs(document, path, {
    context,
    pipeline,
    everyChange: runsOnEveryChange(concerned),
    calls: 0,
  });
  return pipeline;
}

async function readJobs(
  document: Document,
  file: string,
  reading: Reading,
): Promise<void> {
  const defaultFolder =
    stringAt(document.value, 'defaults', 'run', 'working-directory') ?? '';
  for (const [name, job] of Object.entries(objectAt(document.value, 'jobs'))) {
    if (isNever(stringAt(job, 'if'))) {
      continue;
    }
    const path = ['jobs', name];
    const called = stringAt(job, 'uses');
    if (called !== undefined) {
      await readCalledWorkflow(called, reading, {
        file,
        line: document.lineOf([...path, 'uses']),
      });
      continue;
    }
    await readSteps(document, [...path, 'steps'], {
      ...reading,
      file,
      folder:
        stringAt(job, 'defaults', 'run', 'working-directory') ?? defaultFolder,
    });
  }
}

async function readSteps(
  document: Document,
  path: Array<string | number>,
  options: Reading & { file: string; folder: string },
): Promise<void> {
  const { context, pipeline, file } = options;
  for (const [index, step] of listAt(document.value, ...path).entries()) {
    const folder = stringAt(step, 'working-directory') ?? options.folder;
    if (isNever(stringAt(step, 'if')) || isElsewhere(context, folder)) {
      continue;
    }
    const uses = stringAt(step, 'uses') ?? '';
    const origin = { file, line: document.lineOf([...path, index]) };
    if (uses.startsWith('./')) {
      await readCompositeAction(uses, options, origin);
      continue;
    }
    const read: PipelineStep = {
      run: stringAt(step, 'run') ?? '',
      uses: uses.split('@')[0],
      with: settingsOf(step),
      everyChange: options.everyChange,
      origin,
    };
    pipeline.steps.push(read);
  }
}

async function readCalledWorkflow(
  called: string,
  reading: Reading,
  origin: Origin,
): Promise<void> {
  const path = called.startsWith('./') ? resolvePath('', called) : undefined;
  const document =
    path !== undefined &&
    reading.calls < MAX_CALLS &&
    reading.context.allFiles.includes(path)
      ? (await reading.context.documents(path))?.[0]
      : undefined;
  if (path === undefined || !document) {
    reading.pipeline.hidden.push(called);
    // The name alone says what some called workflows do.
    reading.pipeline.steps.push({
      run: '',
      uses: called.split('@')[0],
      with: {},
      everyChange: reading.everyChange,
      origin,
    });
    return;
  }
  await readJobs(document, path, { ...reading, calls: reading.calls + 1 });
}

async function readCompositeAction(
  uses: string,
  options: Reading & { file: string; folder: string },
  origin: Origin,
): Promise<void> {
  const folder = resolvePath('', uses) ?? '';
  const path = ['action.yml', 'action.yaml']
    .map(name => `${folder}/${name}`)
    .find(candidate => options.context.allFiles.includes(candidate));
  const document =
    path !== undefined && options.calls < MAX_CALLS
      ? (await options.context.documents(path))?.[0]
      : undefined;
  if (path === undefined || !document) {
    options.pipeline.hidden.push(`${uses} (${origin.file})`);
    return;
  }
  await readSteps(document, ['runs', 'steps'], {
    ...options,
    file: path,
    calls: options.calls + 1,
  });
}
