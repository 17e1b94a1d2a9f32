import type { DetectorContext } from '../../../Detector';
import { resolvePath } from '../paths';
import { isObject, listAt, stringAt, valueAt } from '../values';
import type { Pipeline } from './types';

const NO_JOBS = new Set([
  'default',
  'include',
  'stages',
  'variables',
  'workflow',
  'image',
  'services',
  'cache',
  'spec',
]);

/** Included files that include files end here. */
const MAX_INCLUDES = 20;

function linesOf(value: unknown): string {
  if (typeof value === 'string') {
    return value;
  }
  return Array.isArray(value)
    ? value
        .flat(3)
        .filter(line => typeof line === 'string')
        .join('\n')
    : '';
}

/** A job that waits for a person, a tag or a schedule is not for every change. */
function runsOnEveryChange(job: unknown): boolean {
  if (stringAt(job, 'when') === 'manual') {
    return false;
  }
  const only = valueAt(job, 'only');
  if (Array.isArray(only) && only.length > 0) {
    return only.some(
      ref =>
        !['tags', 'schedules', 'triggers', 'web', 'api'].includes(String(ref)),
    );
  }
  const rules = listAt(job, 'rules');
  return (
    rules.length === 0 ||
    rules.some(rule => {
      const condition = stringAt(rule, 'if') ?? '';
      return (
        !['manual', 'never'].includes(stringAt(rule, 'when') ?? '') &&
        !/\$CI_COMMIT_TAG|"schedule"/.test(condition)
      );
    })
  );
}

/** Reads `.gitlab-ci.yml` with the files of the repository that it includes. */
export async function readGitlabCi(
  context: DetectorContext,
  path: string,
): Promise<Pipeline | undefined> {
  const pipeline: Pipeline = {
    system: 'GitLab CI',
    file: path,
    name: path,
    steps: [],
    hidden: [],
  };
  const queue = [path];
  for (
    let index = 0;
    index < queue.length && index < MAX_INCLUDES;
    index += 1
  ) {
    const document = (await context.documents(queue[index]))?.at(-1);
    if (!document) {
      if (index === 0) {
        return undefined;
      }
      pipeline.hidden.push(queue[index]);
      continue;
    }
    for (const [name, job] of Object.entries(
      isObject(document.value) ? document.value : {},
    )) {
      if (NO_JOBS.has(name) || name.startsWith('.') || !isObject(job)) {
        continue;
      }
      pipeline.steps.push({
        run: ['before_script', 'script', 'after_script']
          .map(key => linesOf(job[key]))
          .filter(Boolean)
          .join('\n'),
        uses: '',
        with: {},
        everyChange: runsOnEveryChange(job),
        origin: { file: queue[index], line: document.lineOf([name]) },
      });
    }
    const included = valueAt(document.value, 'include');
    for (const include of Array.isArray(included) ? included : [included]) {
      const line = document.lineOf(['include']);
      const local =
        stringAt(include, 'local') ??
        (typeof include === 'string' && !include.includes('://')
          ? include
          : undefined);
      const template = stringAt(include, 'template');
      const component = stringAt(include, 'component');
      const localPath =
        local === undefined ? undefined : resolvePath('', local);
      if (localPath !== undefined && context.allFiles.includes(localPath)) {
        if (!queue.includes(localPath)) {
          queue.push(localPath);
        }
      } else if (template !== undefined || component !== undefined) {
        const uses = template ?? (component ?? '').split('@')[0];
        pipeline.steps.push({
          run: '',
          uses,
          with: {},
          everyChange: true,
          origin: { file: queue[index], line },
        });
        pipeline.hidden.push(uses);
      } else if (include !== undefined && include !== null) {
        pipeline.hidden.push(
          local ??
            stringAt(include, 'project') ??
            stringAt(include, 'remote') ??
            String(include),
        );
      }
    }
  }
  return pipeline;
}
