import type { JsonObject } from '@backstage/types';
import { minimatch } from 'minimatch';
import { checkAnswers } from '../answers/checkAnswers';
import type { FileTree } from '../files/FileTree';
import type { GoldenPath } from '../path/GoldenPath';
import {
  readNamedFolder,
  PATH_FILE,
  type LoadedGoldenPath,
} from '../path/readGoldenPath';
import { BirthCertificate, BIRTH_FILE } from '../update/BirthCertificate';
import { LayerStack } from './LayerStack';
import { StrictRenderer } from './StrictRenderer';
import { TemplateProblem } from './TemplateProblem';

/**
 * What a golden path made.
 *
 * @public
 */
export interface RenderedPath {
  /** All files of the repository, `airworthy.yaml` among them. */
  files: FileTree;
  birth: BirthCertificate;
  /** The answers with the defaults of the template. */
  answers: JsonObject;
}

/**
 * Renders a golden path: its layers in order, then its own skeleton. Nothing
 * is written; the same answers, day and templates always give the same files.
 * Beside the answers, templates see `values.created` and `values.version`.
 *
 * @throws InputError for answers, TemplateProblem for the template
 * @public
 */
export async function renderGoldenPath(
  golden: LoadedGoldenPath,
  options: {
    answers: JsonObject;
    /** The day it is made, YYYY-MM-DD; an update gives the day of birth. */
    created: string;
  },
): Promise<RenderedPath> {
  const { path, folders } = golden;
  const answers = checkAnswers(golden.questions, options.answers);
  const renderer = createRenderer(path, {
    ...answers,
    created: options.created,
    version: path.version,
  });
  const stack = new LayerStack({ renderer, replaces: path.replaces });
  const isWanted = conditionOf(path, renderer);

  for (const [index, layer] of path.layers.entries()) {
    const field = `layers.${index}`;
    const files = await readNamedFolder(folders, layer.path, field);
    if (layer.when === undefined || holds(renderer, layer.when, field)) {
      stack.put(layer.path, files, isWanted);
    }
  }
  stack.put(
    path.skeleton,
    await readNamedFolder(folders, path.skeleton, 'skeleton'),
    isWanted,
  );

  const files = new Map(stack.result());
  if (files.has(BIRTH_FILE)) {
    throw new TemplateProblem(
      PATH_FILE,
      undefined,
      `a layer has a file ${BIRTH_FILE}; rendering writes that one`,
    );
  }
  const birth = BirthCertificate.of({
    path: path.name,
    version: path.version,
    created: options.created,
    answers,
    managed: new Map([...files].filter(([name]) => isManaged(path, name))),
  });
  files.set(BIRTH_FILE, {
    content: Buffer.from(birth.toText()),
    executable: false,
  });
  return { files, birth, answers };
}

function createRenderer(path: GoldenPath, given: JsonObject): StrictRenderer {
  let values = given;
  for (const [name, expression] of Object.entries(path.values)) {
    const value = StrictRenderer.create({ values }).evaluate(
      `${PATH_FILE} values.${name}`,
      expression,
    );
    if (value === undefined || value === null) {
      throw new TemplateProblem(
        PATH_FILE,
        undefined,
        `values.${name}: ${expression} gives nothing for these answers`,
      );
    }
    values = { ...values, [name]: value };
  }
  return StrictRenderer.create({ values });
}

function holds(
  renderer: StrictRenderer,
  expression: string,
  field: string,
): boolean {
  return Boolean(
    renderer.evaluate(`${PATH_FILE} ${field}.when`, expression) ?? false,
  );
}

function conditionOf(
  path: GoldenPath,
  renderer: StrictRenderer,
): (file: string) => boolean {
  const left = path.optional
    .filter(({ when }, index) => !holds(renderer, when, `optional.${index}`))
    .flatMap(({ files }) => files);
  return file => !left.some(glob => minimatch(file, glob, { dot: true }));
}

function isManaged(path: GoldenPath, file: string): boolean {
  const matches = (globs: string[]) =>
    globs.some(glob => minimatch(file, glob, { dot: true }));
  return matches(path.managed) && !matches(path.unmanaged);
}
