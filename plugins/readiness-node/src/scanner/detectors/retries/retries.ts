import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../../Detector';
import { readDependencies } from '../support/dependencies/readDependencies';
import type { Ecosystem } from '../support/dependencies/types';
import { lineAt } from '../support/source/expressions';
import {
  readSourceFiles,
  type SourceFile,
} from '../support/source/sourceFiles';
import { numberAt, valueAt } from '../support/values';
import { findEndlessRetry } from './endlessRetry';
import { retryLibraries } from './retryLibraries';

const SYNTAX: Record<Ecosystem, SourceFile['syntax']> = {
  npm: 'javascript',
  go: 'go',
  maven: 'java',
  pypi: 'python',
  gem: 'ruby',
  cargo: 'rust',
  nuget: 'csharp',
};

function find(
  files: readonly SourceFile[],
  pattern: RegExp | undefined,
): Origin | undefined {
  for (const file of pattern ? files : []) {
    const match = pattern?.exec(file.masked().code);
    if (match) {
      return { file: file.path, line: lineAt(file.text, match.index) };
    }
  }
  return undefined;
}

/**
 * tenacity goes on for ever unless it is told when to stop: a decorator that
 * names no `stop` has no end.
 */
function endlessTenacity(files: readonly SourceFile[]): Origin | undefined {
  for (const file of files) {
    const { code } = file.masked();
    if (!/\btenacity\b/.test(file.text)) {
      continue;
    }
    for (const match of code.matchAll(/@(?:tenacity\.)?retry\b/g)) {
      const head = code.slice(match.index, match.index + 1000);
      const end = head.search(/\n\s*(?:async\s+)?(?:def|class)\b/);
      const decorator = end < 0 ? head : head.slice(0, end);
      // Options that are passed on may hold the stop.
      if (!/\bstop\s*=|\*\*\w/.test(decorator)) {
        return { file: file.path, line: lineAt(file.text, match.index) };
      }
    }
  }
  return undefined;
}

interface RetryFinding {
  name: string;
  bounded: boolean;
  origin: Origin;
}

/** A policy of the mesh: Istio's retries carry a number, and back off. */
function fromMesh(context: DetectorContext): RetryFinding[] {
  return context.objects.flatMap(object => {
    if (object.kind === 'VirtualService') {
      const routes = valueAt(object.object, 'spec', 'http');
      const index = Array.isArray(routes)
        ? routes.findIndex(
            route => (numberAt(route, 'retries', 'attempts') ?? 0) > 0,
          )
        : -1;
      return index < 0
        ? []
        : {
            name: 'Istio',
            bounded: true,
            origin: object.originOf(['spec', 'http', index, 'retries']),
          };
    }
    if (
      object.kind === 'DestinationRule' &&
      valueAt(object.object, 'spec', 'trafficPolicy', 'outlierDetection') !==
        undefined
    ) {
      return {
        name: 'Istio',
        bounded: true,
        origin: object.originOf(['spec', 'trafficPolicy', 'outlierDetection']),
      };
    }
    if (
      object.kind === 'BackendTrafficPolicy' &&
      (numberAt(object.object, 'spec', 'retry', 'numRetries') ?? 0) > 0
    ) {
      return {
        name: 'Envoy Gateway',
        bounded: true,
        origin: object.originOf(['spec', 'retry']),
      };
    }
    return [];
  });
}

async function fromSource(context: DetectorContext): Promise<RetryFinding[]> {
  const dependencies = await readDependencies(context);
  const files = await readSourceFiles(context);
  return retryLibraries.flatMap(library => {
    const dependency = dependencies.find(library.ecosystem, library.packages);
    if (!dependency) {
      return [];
    }
    const own = files.filter(
      ({ syntax }) => syntax === SYNTAX[library.ecosystem],
    );
    const endless =
      find(own, library.endless) ??
      (dependency.name === 'tenacity' ? endlessTenacity(own) : undefined);
    const used = find(own, library.used);
    const origin = endless ?? used;
    return origin
      ? { name: dependency.name, bounded: endless === undefined, origin }
      : [];
  });
}

/** `retries.bounded` and `retries.by`. */
export const retriesDetector: Detector = {
  name: 'retries',
  facts: ['retries.bounded', 'retries.by'],
  async detect(context) {
    const found = [...(await fromSource(context)), ...fromMesh(context)];
    const loop = findEndlessRetry(await readSourceFiles(context));
    const unbounded = found.find(({ bounded }) => !bounded)?.origin ?? loop;
    context.fact(
      'retries.by',
      [...new Set(found.map(({ name }) => name))].sort(),
      found.at(0)?.origin,
    );
    if (unbounded) {
      context.fact('retries.bounded', false, unbounded);
    } else if (found.length > 0) {
      context.fact('retries.bounded', true, found[0].origin);
    } else {
      context.gap(
        'retries.bounded',
        'no library for retries or circuit breakers is recognised in the source: use one, or attest how the service tries again',
      );
    }
  },
};
