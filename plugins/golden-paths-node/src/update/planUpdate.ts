import { diff3Merge } from 'node-diff3';
import { isText, type FileTree, type TreeFile } from '../files/FileTree';
import type { RenderedPath } from '../render/renderGoldenPath';
import {
  BIRTH_FILE,
  objectIdOf,
  type BirthCertificate,
} from './BirthCertificate';

/**
 * What an update does to one managed file.
 *
 * `unchanged`: it is as the new version has it. `added`, `updated`, `removed`:
 * nobody edited it. `kept`: somebody edited or deleted it, and the path left
 * it as it was. `merged`: both changed it, in different places. `conflict`:
 * both changed the same place, and a person decides.
 *
 * @public
 */
export type FileOutcome =
  | 'unchanged'
  | 'added'
  | 'updated'
  | 'removed'
  | 'kept'
  | 'merged'
  | 'conflict';

/**
 * @public
 */
export interface FileUpdate {
  path: string;
  outcome: FileOutcome;
  /** What a person should know about it. */
  reason?: string;
}

/**
 * An update that was thought through and not yet made.
 *
 * @public
 */
export interface UpdatePlan {
  from: string;
  to: string;
  files: FileUpdate[];
  writes: FileTree;
  deletes: string[];
}

const OURS = 'yours';

/**
 * Merges three ways: what the path made then, what it makes now, and what the
 * repository has. Only managed files are looked at; what somebody edited is
 * kept or marked, never overwritten.
 *
 * @param original - a managed file as the path made it then, where it can
 *   still be had
 * @public
 */
export async function planUpdate(options: {
  current: FileTree;
  birth: BirthCertificate;
  next: RenderedPath;
  original(path: string): Promise<Buffer | undefined>;
}): Promise<UpdatePlan> {
  const { birth, current, next } = options;
  const writes = new Map<string, TreeFile>();
  const deletes: string[] = [];
  const files: FileUpdate[] = [];
  const paths = new Set([
    ...birth.managed.keys(),
    ...next.birth.managed.keys(),
  ]);

  for (const path of [...paths].sort()) {
    const then = birth.managed.get(path);
    const now = next.birth.managed.has(path) ? next.files.get(path) : undefined;
    const have = current.get(path);
    const decision = await decide({
      then,
      now,
      have,
      label: `${next.birth.path} ${next.birth.version}`,
      original: () => options.original(path),
    });
    if (!decision) {
      continue;
    }
    files.push({ path, outcome: decision.outcome, reason: decision.reason });
    if (decision.write) {
      writes.set(path, decision.write);
    }
    if (decision.outcome === 'removed') {
      deletes.push(path);
    }
  }

  const certificate = Buffer.from(next.birth.toText());
  if (!current.get(BIRTH_FILE)?.content.equals(certificate)) {
    writes.set(BIRTH_FILE, { content: certificate, executable: false });
  }
  return {
    from: birth.version,
    to: next.birth.version,
    files,
    writes,
    deletes,
  };
}

interface Decision {
  outcome: FileOutcome;
  reason?: string;
  write?: TreeFile;
}

async function decide(options: {
  then: string | undefined;
  now: TreeFile | undefined;
  have: TreeFile | undefined;
  label: string;
  original(): Promise<Buffer | undefined>;
}): Promise<Decision | undefined> {
  const { then, now, have } = options;
  if (!now) {
    if (!have) {
      return undefined;
    }
    return objectIdOf(have.content) === then
      ? { outcome: 'removed' }
      : { outcome: 'kept', reason: 'the path no longer has it; you edited it' };
  }
  const wanted = objectIdOf(now.content);
  if (!have) {
    return then === undefined
      ? { outcome: 'added', write: now }
      : { outcome: 'kept', reason: 'you deleted it' };
  }
  const held = objectIdOf(have.content);
  if (held === wanted) {
    return { outcome: 'unchanged' };
  }
  if (held === then) {
    return { outcome: 'updated', write: now };
  }
  if (wanted === then) {
    return { outcome: 'kept', reason: 'you edited it' };
  }
  if (!isText(have.content) || !isText(now.content)) {
    return { outcome: 'conflict', reason: 'not text: compare it by hand' };
  }
  const base = then === undefined ? undefined : await options.original();
  return mergeFile({ base, have, now, label: options.label });
}

function mergeFile(options: {
  base: Buffer | undefined;
  have: TreeFile;
  now: TreeFile;
  label: string;
}): Decision {
  const { base, have, now, label } = options;
  const regions = diff3Merge(
    linesOf(have.content),
    linesOf(base ?? Buffer.alloc(0)),
    linesOf(now.content),
    { excludeFalseConflicts: true },
  );
  const lines: string[] = [];
  let conflicts = 0;
  for (const { ok, conflict } of regions) {
    if (ok) {
      lines.push(...ok);
    }
    if (conflict) {
      conflicts++;
      lines.push(
        `<<<<<<< ${OURS}`,
        ...conflict.a,
        '=======',
        ...conflict.b,
        `>>>>>>> ${label}`,
      );
    }
  }
  const write = {
    content: Buffer.from(lines.join('\n')),
    executable: have.executable,
  };
  if (conflicts === 0) {
    return { outcome: 'merged', write };
  }
  return {
    outcome: 'conflict',
    write,
    reason: base
      ? `${conflicts} ${conflicts === 1 ? 'place' : 'places'} marked`
      : 'marked whole: its original is not in the history',
  };
}

function linesOf(content: Buffer): string[] {
  return content.toString('utf8').split('\n');
}
