import { supersessionCycles } from '../life/supersession';
import type { RecordProblem, TradeoffRecord } from '../model/types';
import { lintRecord } from './lintRecord';
import { parseRecord } from './parseRecord';

/**
 * One file of a set: what could be read of it. A file that could not be parsed
 * stays in the set, without a record.
 *
 * @public
 */
export interface RecordFile {
  file: string;
  record?: TradeoffRecord;
}

/** @public */
export interface RecordSet {
  files: RecordFile[];
  problems: RecordProblem[];
}

/**
 * Reads the records of one repository together: each on its own, then what only
 * shows side by side, which is ids that stand twice and supersession that runs
 * in a circle.
 *
 * @public
 */
export function readRecordSet(
  inputs: ReadonlyArray<{ file: string; text: string }>,
): RecordSet {
  const files: RecordFile[] = [];
  const problems: RecordProblem[] = [];
  const fileOf = new Map<string, string>();
  const report = (file: string, code: string, message: string) =>
    problems.push({
      file,
      line: 1,
      column: 1,
      severity: 'error',
      code,
      message,
    });

  for (const input of [...inputs].sort((a, b) => (a.file < b.file ? -1 : 1))) {
    const parsed = parseRecord(input);
    files.push({
      file: input.file,
      ...(parsed.record && { record: parsed.record }),
    });
    problems.push(...parsed.problems);
    if (!parsed.record) {
      continue;
    }
    problems.push(...lintRecord(parsed.record, input.file));
    const other = fileOf.get(parsed.record.id);
    if (other === undefined) {
      fileOf.set(parsed.record.id, input.file);
    } else {
      report(
        input.file,
        'duplicate-id',
        `id ${parsed.record.id} stands in ${other} already`,
      );
    }
  }
  const resolve = targetResolver(files);
  const nodes = files.flatMap(({ file, record }) =>
    record
      ? [
          {
            id: file,
            supersedes: record.links
              .filter(link => link.kind === 'supersedes')
              .flatMap(link => resolve(file, link.target) ?? []),
          },
        ]
      : [],
  );
  for (const cycle of supersessionCycles(nodes)) {
    report(
      cycle[0],
      'supersession-cycle',
      `supersession runs in a circle: ${[...cycle, cycle[0]].join(' → ')}`,
    );
  }
  return { files, problems };
}

/**
 * Finds the file that a link means: by its path from the linking file, by its
 * name alone, or by the record's id.
 *
 * @public
 */
export function targetResolver(
  files: ReadonlyArray<{ file: string; record?: { id: string } }>,
): (from: string, target: string) => string | undefined {
  const known = new Map<string, string>();
  for (const { file, record } of files) {
    known.set(file, file);
    known.set(file.split('/').pop() ?? file, file);
    if (record) {
      known.set(record.id, file);
    }
  }
  return (from, target) => {
    const folder = from.split('/').slice(0, -1);
    for (const part of target.split('/')) {
      if (part === '..') {
        folder.pop();
      } else if (part !== '.') {
        folder.push(part);
      }
    }
    return (
      known.get(folder.join('/')) ??
      known.get(target.split('/').pop() ?? target)
    );
  };
}
