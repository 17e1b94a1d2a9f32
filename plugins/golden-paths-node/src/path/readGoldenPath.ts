import { NotFoundError } from '@backstage/errors';
import type { FileTree } from '../files/FileTree';
import { readQuestions, type Questions } from '../answers/readQuestions';
import { TemplateProblem } from '../render/TemplateProblem';
import { goldenPathSchema, type GoldenPath } from './GoldenPath';
import { parseYaml } from './parseYaml';
import type { TemplateFolders } from './TemplateFolders';

/** @public */
export const PATH_FILE = 'golden-path.yaml';
/** @public */
export const TEMPLATE_FILE = 'template.yaml';

/**
 * A golden path as it was read: what it is made of and what it asks.
 *
 * @public
 */
export interface LoadedGoldenPath {
  path: GoldenPath;
  questions: Questions;
  folders: TemplateFolders;
}

/**
 * Reads the golden path of a template: `golden-path.yaml`, and the questions
 * of the form in `template.yaml`, so that the form and the command line ask
 * the same.
 *
 * @throws TemplateProblem, NotFoundError
 * @public
 */
export async function readGoldenPath(
  folders: TemplateFolders,
): Promise<LoadedGoldenPath> {
  const files = await folders.read('.');
  return {
    path: parseYaml(PATH_FILE, textOf(files, PATH_FILE), goldenPathSchema),
    questions: readQuestions(TEMPLATE_FILE, textOf(files, TEMPLATE_FILE)),
    folders,
  };
}

/**
 * Reads a folder that the path names.
 *
 * @throws TemplateProblem naming the entry of `golden-path.yaml`
 */
export async function readNamedFolder(
  folders: TemplateFolders,
  path: string,
  field: string,
): Promise<FileTree> {
  try {
    return await folders.read(path);
  } catch (error) {
    if (error instanceof NotFoundError) {
      throw new TemplateProblem(
        PATH_FILE,
        undefined,
        `${field} names ${path}, and there is no such folder`,
      );
    }
    throw error;
  }
}

function textOf(files: FileTree, name: string): string {
  const file = files.get(name);
  if (!file) {
    throw new NotFoundError(
      `The folder has no ${name}; a golden path is a folder with ${TEMPLATE_FILE} and ${PATH_FILE}`,
    );
  }
  return file.content.toString('utf8');
}
