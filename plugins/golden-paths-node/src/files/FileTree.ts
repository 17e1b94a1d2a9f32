/**
 * A file of a template or of a repository.
 *
 * @public
 */
export interface TreeFile {
  content: Buffer;
  executable: boolean;
}

/**
 * Files by their path: relative, with `/`, without `.` and `..`.
 *
 * @public
 */
export type FileTree = ReadonlyMap<string, TreeFile>;

/**
 * Whether the content is text that can be merged by lines: no NUL byte in its
 * beginning, which is how Git tells.
 *
 * @public
 */
export function isText(content: Buffer): boolean {
  return !content.subarray(0, 8000).includes(0);
}
