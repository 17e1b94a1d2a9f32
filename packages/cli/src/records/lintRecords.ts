import { resolve } from 'node:path';
import { createLocalTree } from '@airworthy/plugin-readiness-node';
import {
  isInRecordFolder,
  isRecordName,
  MAX_RECORD_LENGTH,
  readRecordSet,
  type RecordSet,
} from '@airworthy/plugin-tradeoffs-common';

/**
 * Reads the records below a path. In a repository those of its record folders
 * count; in any other folder every Markdown file does.
 */
export async function lintRecords(options: {
  path: string;
  workingDirectory: string;
}): Promise<RecordSet> {
  const tree = await createLocalTree(
    resolve(options.workingDirectory, options.path),
  );
  const markdown = tree.files.filter(file => isRecordName(file.path));
  const inFolders = markdown.filter(file => isInRecordFolder(file.path));
  const inputs: Array<{ file: string; text: string }> = [];
  const tooLarge: RecordSet['problems'] = [];
  for (const file of inFolders.length > 0 ? inFolders : markdown) {
    // Four bytes a character at most: what is larger cannot be within the
    // limit and is not read at all.
    if (file.size > MAX_RECORD_LENGTH * 4) {
      tooLarge.push({
        file: file.path,
        line: 1,
        column: 1,
        severity: 'error',
        code: 'too-large',
        message: `the file has ${file.size} bytes: move attachments out of the record`,
      });
      continue;
    }
    const bytes = await tree.read(file.path);
    inputs.push({ file: file.path, text: bytes.toString('utf8') });
  }
  const set = readRecordSet(inputs);
  return {
    files: [...set.files, ...tooLarge.map(({ file }) => ({ file }))],
    problems: [...set.problems, ...tooLarge],
  };
}
