/**
 * Folders in which records live, unless told otherwise.
 *
 * @public
 */
export const RECORD_FOLDERS: readonly string[] = [
  'docs/decisions',
  'docs/adr',
  'doc/adr',
  'adr',
];

const MARKDOWN = /\.(md|markdown)$/i;

/** Files beside records that are none. */
const NOT_A_RECORD =
  /(^|\/)(readme|index|template|.*-template)\.(md|markdown)$/i;

/**
 * Whether a file may be a record by its name, wherever it lies: Markdown, and
 * neither the page of a folder nor a template.
 *
 * @public
 */
export function isRecordName(path: string): boolean {
  return MARKDOWN.test(path) && !NOT_A_RECORD.test(path);
}

/**
 * Whether a file lies in one of the record folders, at any depth of the
 * repository.
 *
 * @public
 */
export function isInRecordFolder(
  path: string,
  folders: readonly string[] = RECORD_FOLDERS,
): boolean {
  return folders.some(folder => `/${path}`.includes(`/${folder}/`));
}
