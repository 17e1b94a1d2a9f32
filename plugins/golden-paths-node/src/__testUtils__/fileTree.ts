import { NotFoundError } from '@backstage/errors';
import type { FileTree, TreeFile } from '../files/FileTree';
import type { TemplateFolders } from '../path/TemplateFolders';

/** Files from text, by path. */
export function fileTree(files: Record<string, string>): FileTree {
  return new Map<string, TreeFile>(
    Object.entries(files).map(([path, text]) => [
      path,
      { content: Buffer.from(text), executable: false },
    ]),
  );
}

/** The text of files, by path. */
export function textsOf(files: FileTree): Record<string, string> {
  return Object.fromEntries(
    [...files].map(([path, { content }]) => [path, content.toString('utf8')]),
  );
}

/** The folders of a template, from text. */
export function foldersOf(
  folders: Record<string, Record<string, string>>,
): TemplateFolders {
  return {
    async read(path) {
      const files = folders[path];
      if (!files) {
        throw new NotFoundError(`There is no folder ${path}`);
      }
      return fileTree(files);
    },
  };
}

const PARAMETERS = `
  parameters:
    - title: The service
      required: [name, owner]
      properties:
        name: { type: string, pattern: '^[a-z][a-z0-9-]*$' }
        owner: { type: string }
        cache: { type: boolean, default: false }
    - title: Size
      properties:
        replicas: { type: integer, default: 2, minimum: 2 }
`;

/** A template of the questions name, owner, cache and replicas. */
export const TEMPLATE = `
apiVersion: scaffolder.backstage.io/v1beta3
kind: Template
metadata: { name: small }
spec:${PARAMETERS}`;
