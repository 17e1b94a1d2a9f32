import type { RecordSet } from '@airworthy/plugin-tradeoffs-common';

/** The JSON document that `records lint --format json` prints. */
export function formatRecordsJson({ files, problems }: RecordSet): string {
  return `${JSON.stringify(
    {
      schemaVersion: 1,
      records: files.map(({ file, record }) => ({
        file,
        title: record?.title ?? '',
        status: record?.status ?? 'unreadable',
        format: record?.format ?? 'unknown',
      })),
      problems,
    },
    undefined,
    2,
  )}\n`;
}

/** One line a problem, as compilers print them, then a line that counts. */
export function formatRecordsText({ files, problems }: RecordSet): string {
  const errors = problems.filter(problem => problem.severity === 'error');
  return [
    ...problems.map(
      ({ file, line, column, severity, code, message }) =>
        `${file}:${line}:${column}: ${severity}: ${message} (${code})`,
    ),
    `${files.length} ${files.length === 1 ? 'record' : 'records'}, ${
      errors.length
    } errors, ${problems.length - errors.length} warnings`,
    '',
  ].join('\n');
}
