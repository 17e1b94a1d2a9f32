import type { RepositoryTree } from '@airworthy/plugin-readiness-node';
import { stringifyError } from '@backstage/errors';
import {
  isInRecordFolder,
  isRecordName,
  MAX_RECORD_LENGTH,
  parseRecord,
  readRecordSet,
  type RecordProblem,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import { projectRecord, type ProjectedRecord } from '../records/projectRecord';
import { entitiesOfFile, type RepositoryEntity } from './groupRepositories';

/** Records of one repository that are listed; what is beyond is said. */
const MAX_FILES = 2_000;

/** One file of a repository, as it is stored. */
export interface ReadRecordFile {
  file: string;
  /** Whether the record states its own id. */
  hasOwnId: boolean;
  projected: ProjectedRecord;
}

/**
 * Reads the records of a repository. Every file that should be one is in the
 * answer: what cannot be read is there with its error.
 */
export async function readRecordFiles(
  tree: RepositoryTree,
  options: {
    entities: readonly RepositoryEntity[];
    folders: readonly string[];
  },
): Promise<ReadRecordFile[]> {
  const { entities, folders } = options;
  const named = entities.flatMap(({ folder }) => folder ?? []);
  const files = tree.files
    .filter(
      ({ path }) =>
        isRecordName(path) &&
        (isInRecordFolder(path, folders) ||
          named.some(folder => path.startsWith(`${folder}/`))),
    )
    .slice(0, MAX_FILES);

  const texts: Array<{ file: string; text: string }> = [];
  const unread = new Map<string, RecordProblem>();
  for (const { path, size } of files) {
    // Four bytes a character at most: what is larger cannot be within the
    // limit and is not read at all.
    if (size > MAX_RECORD_LENGTH * 4) {
      unread.set(
        path,
        problem(
          path,
          'too-large',
          `the file has ${size} bytes: move attachments out of the record`,
        ),
      );
      continue;
    }
    try {
      const bytes = await tree.read(path);
      texts.push({ file: path, text: bytes.toString('utf8') });
    } catch (error) {
      unread.set(path, problem(path, 'unreadable', stringifyError(error)));
    }
  }
  const set = readRecordSet(texts);
  const recordOf = new Map(set.files.map(({ file, record }) => [file, record]));
  const problemsOf = new Map<string, RecordProblem[]>();
  for (const found of set.problems) {
    problemsOf.set(found.file, [...(problemsOf.get(found.file) ?? []), found]);
  }
  return [
    ...texts.map(({ file, text }): ReadRecordFile => {
      const record = recordOf.get(file);
      return {
        file,
        hasOwnId: record !== undefined && statesOwnId(record, text),
        projected: projectRecord({
          file,
          text,
          record,
          problems: problemsOf.get(file) ?? [],
          entityRefs: entitiesOfFile(file, entities),
        }),
      };
    }),
    ...[...unread].map(
      ([file, found]): ReadRecordFile => ({
        file,
        hasOwnId: false,
        projected: projectRecord({
          file,
          text: '',
          record: undefined,
          problems: [found],
          entityRefs: entitiesOfFile(file, entities),
          truncated: true,
        }),
      }),
    ),
  ];
}

/** Whether the id is the record's, or only its file's name. */
function statesOwnId(record: TradeoffRecord, text: string): boolean {
  // Under another name only what the text itself states stays the same.
  return parseRecord({ file: '~.md', text }).record?.id === record.id;
}

function problem(file: string, code: string, message: string): RecordProblem {
  return { file, line: 1, column: 1, severity: 'error', code, message };
}
