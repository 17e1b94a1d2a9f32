import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../Detector';
import { readDependencies } from './support/dependencies/readDependencies';
import type { Ecosystem } from './support/dependencies/types';
import { baseName } from './support/paths';
import { readProperties } from './support/properties';
import { lineAt } from './support/source/expressions';
import { readSourceFiles, type SourceFile } from './support/source/sourceFiles';

/** Whether the source lets requests end when it is told to stop. */
export interface SigtermHandling {
  /** Undefined where the source does not tell, or is not in the repository. */
  handled: boolean | undefined;
  origin?: Origin;
}

/** How code says that it listens for SIGTERM, by syntax. */
const HANDLERS: Partial<Record<SourceFile['syntax'], readonly RegExp[]>> = {
  javascript: [
    /\b(?:process|Deno)\s*\.\s*(?:on|once|addListener|addSignalListener)\(\s*["'`]SIGTERM["'`]/,
    /\bSIGTERM\b[^;\n]{0,80}\.forEach|for\s*\([^)]{0,60}\[[^\]]{0,60}["']SIGTERM["']/,
    /\b(?:closeWithGrace|createTerminus|enableShutdownHooks|gracefulShutdown|terminus|httpTerminator|addShutdownHook)\s*\(/,
  ],
  go: [
    /\bsignal\.(?:Notify|NotifyContext)\([^)]{0,200}\bSIGTERM\b/,
    /\bsignal\.(?:Notify|NotifyContext)\([^)]{0,200}\bunix\.SIGTERM\b/,
  ],
  python: [
    /\bsignal\.signal\(\s*signal\.SIGTERM\b/,
    /\badd_signal_handler\(\s*signal\.SIGTERM\b/,
  ],
  java: [
    /\baddShutdownHook\s*\(/,
    /\bregisterShutdownHook\s*\(/,
    /\bsetStopTimeout\s*\(|\bGracefulShutdown\b/,
  ],
  ruby: [/\b(?:Signal\.)?trap\(?\s*["']?:?(?:SIG)?TERM\b/],
  rust: [/\bSignalKind::terminate\s*\(/, /\bwith_graceful_shutdown\s*\(/],
  csharp: [
    /\bApplicationStopping\b|\bIHostedService\b|\bBackgroundService\b|\bSIGTERM\b/,
  ],
};

/** Servers that let requests end on SIGTERM by themselves. */
const SERVERS: ReadonlyArray<[Ecosystem, readonly string[]]> = [
  ['pypi', ['uvicorn', 'gunicorn', 'hypercorn', 'granian']],
  ['gem', ['puma', 'unicorn']],
  [
    'npm',
    [
      'close-with-grace',
      '@godaddy/terminus',
      'http-graceful-shutdown',
      'lil-http-terminator',
      'http-terminator',
      'stoppable',
      'fastify-graceful-shutdown',
    ],
  ],
];

/** A shell that starts the service keeps its signals to itself. */
async function shellSwallowsSignals(
  context: DetectorContext,
): Promise<Origin | undefined> {
  const path = context.files.find(file => baseName(file) === 'Dockerfile');
  const text = path === undefined ? undefined : await context.text(path);
  if (path === undefined || text === undefined) {
    return undefined;
  }
  const lines = text.split(/\r?\n/);
  const index = lines.findLastIndex(line =>
    /^\s*(?:CMD|ENTRYPOINT)\s/i.test(line),
  );
  const last = lines[index] ?? '';
  const isShellForm = /^\s*(?:CMD|ENTRYPOINT)\s+[^[\s]/i.test(last);
  const isManager = /^\s*(?:CMD|ENTRYPOINT)\s+\[\s*"(?:npm|yarn|pnpm)"/i.test(
    last,
  );
  return (isShellForm && !/\bexec\b|\btini\b|dumb-init/.test(last)) || isManager
    ? { file: path, line: index + 1 }
    : undefined;
}

/**
 * Whether the source of the service handles SIGTERM, and where. A server that
 * stops gracefully by itself counts, unless a shell in the Dockerfile keeps the
 * signal from it.
 */
export async function detectSigtermHandling(
  context: DetectorContext,
): Promise<SigtermHandling> {
  const files = await readSourceFiles(context);
  for (const file of files) {
    for (const pattern of HANDLERS[file.syntax] ?? []) {
      const match = pattern.exec(file.masked().code);
      if (match) {
        return {
          handled: true,
          origin: { file: file.path, line: lineAt(file.text, match.index) },
        };
      }
    }
  }
  const graceful = (await readProperties(context)).get('server.shutdown');
  if (graceful) {
    return { handled: graceful.value === 'graceful', origin: graceful.origin };
  }
  const swallowed = await shellSwallowsSignals(context);
  const dependencies = await readDependencies(context);
  for (const [ecosystem, names] of SERVERS) {
    const server = dependencies.find(ecosystem, names);
    if (server) {
      return swallowed
        ? { handled: false, origin: swallowed }
        : { handled: true, origin: server.origin };
    }
  }
  // Known languages only: of others nothing is known, not that nothing is there.
  const main = files.find(({ syntax }) => HANDLERS[syntax] !== undefined);
  return main
    ? { handled: false, origin: swallowed ?? { file: main.path } }
    : { handled: undefined };
}
