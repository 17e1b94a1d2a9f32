import type { DetectorContext } from '../../../Detector';
import { baseName, resolvePath } from '../paths';
import { stringAt } from '../values';

/** Scripts that call scripts that call scripts end here. */
const MAX_CALLS = 3;

/** The recipe of one target of a Makefile, and the targets that it needs. */
function recipeOf(
  makefile: string,
  target: string,
): { recipe: string; needs: string[] } | undefined {
  const lines = makefile.split(/\r?\n/);
  const start = lines.findIndex(line => {
    const head = /^([A-Za-z0-9_./ -]{1,200}):(?!=)/.exec(line)?.[1];
    return head?.split(' ').includes(target);
  });
  if (start < 0) {
    return undefined;
  }
  const needs = lines[start]
    .slice(lines[start].indexOf(':') + 1)
    .split(/\s+/)
    .filter(name => /^[A-Za-z0-9_./-]+$/.test(name));
  let end = start + 1;
  while (
    end < lines.length &&
    (/^[\t ]/.test(lines[end]) || lines[end] === '')
  ) {
    end += 1;
  }
  return { recipe: lines.slice(start + 1, end).join('\n'), needs };
}

/** A file beside the service or at the root of the repository. */
function findFile(context: DetectorContext, path: string): string | undefined {
  return [context.sourcePath, '']
    .map(folder => resolvePath(folder, path))
    .find(
      candidate =>
        candidate !== undefined && context.allFiles.includes(candidate),
    );
}

async function packageScript(
  context: DetectorContext,
  name: string,
): Promise<string | undefined> {
  for (const path of [findFile(context, 'package.json'), 'package.json']) {
    if (path !== undefined && context.allFiles.includes(path)) {
      const document = (await context.documents(path))?.[0];
      const script = stringAt(document?.value, 'scripts', name);
      if (script !== undefined) {
        return script;
      }
    }
  }
  return undefined;
}

/** Commands of package managers that may also be names of scripts. */
const MANAGER_COMMANDS = new Set([
  'add',
  'audit',
  'ci',
  'dlx',
  'exec',
  'i',
  'install',
  'pack',
  'publish',
]);

function scriptCalledBy(line: string): string | undefined {
  const [, run, script] =
    /\b(?:npm|yarn|pnpm|bun)\s+(?:--?[\w=-]{1,40}\s+){0,4}(run(?:-script)?\s+)?(?:--?[\w=-]{1,40}\s+){0,4}([\w:.-]{1,60})/.exec(
      line,
    ) ?? [];
  if (script === undefined || (!run && MANAGER_COMMANDS.has(script))) {
    return undefined;
  }
  return script === 't' ? 'test' : script;
}

/** What a line calls in the repository itself. */
async function calledBy(
  context: DetectorContext,
  line: string,
): Promise<string[]> {
  const texts: string[] = [];
  const script = scriptCalledBy(line);
  if (script !== undefined) {
    texts.push((await packageScript(context, script)) ?? '');
  }
  const make = /\bmake\s+((?:[\w=./-]{1,60}\s{0,4}){1,6})/.exec(line)?.[1];
  const makefile =
    make === undefined ? undefined : findFile(context, 'Makefile');
  if (make !== undefined && makefile !== undefined) {
    const text = (await context.text(makefile)) ?? '';
    for (const target of make.trim().split(/\s+/)) {
      const found = recipeOf(text, target);
      if (found) {
        texts.push(found.recipe, ...found.needs.map(need => `make ${need}`));
      }
    }
  }
  const file =
    /(?:^|[\s;&|])(?:(?:ba|z)?sh\s+)?(\.?\/?[\w./-]{1,150}\.(?:sh|bash))\b/.exec(
      line,
    )?.[1];
  const path = file === undefined ? undefined : findFile(context, file);
  if (path !== undefined && /\.(?:sh|bash)$/.test(baseName(path))) {
    texts.push((await context.text(path)) ?? '');
  }
  return texts.filter(Boolean);
}

/**
 * The command lines of a step, with those of the npm scripts, Makefile targets
 * and shell scripts of the repository that it calls.
 */
export async function commandLines(
  context: DetectorContext,
  run: string,
): Promise<string[]> {
  const lines: string[] = [];
  const seen = new Set<string>();
  let texts = [run];
  for (let depth = 0; depth <= MAX_CALLS && texts.length > 0; depth += 1) {
    const next: string[] = [];
    for (const text of texts) {
      const commands = text.replace(/\\\r?\n/g, ' ').split(/\r?\n|&&|\|\||;/);
      for (const written of commands) {
        const line = written
          .trim()
          .replace(/^[@-]+/, '')
          .trim();
        if (line === '' || line.startsWith('#') || seen.has(line)) {
          continue;
        }
        seen.add(line);
        const called = await calledBy(context, line);
        // What `npm init` writes stands for a script that is missing.
        if (!called.some(script => script.includes('no test specified'))) {
          lines.push(line);
          next.push(...called);
        }
      }
    }
    texts = next;
  }
  return lines;
}
