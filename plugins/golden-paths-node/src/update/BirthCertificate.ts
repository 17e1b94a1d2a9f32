import { createHash } from 'node:crypto';
import type { JsonObject } from '@backstage/types';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { FileTree } from '../files/FileTree';
import { parseYaml } from '../path/parseYaml';

/**
 * The file in which a repository says which golden path made it.
 *
 * @public
 */
export const BIRTH_FILE = 'airworthy.yaml';

const answersSchema: z.ZodType<JsonObject> = z.record(z.string(), z.json());

// A list, not a map: a path such as secret.yaml as a key would read like the
// name of a secret, and the id like its value.
const MANAGED = /^([0-9a-f]{40}) (.+)$/;

const birthSchema = z.looseObject({
  schemaVersion: z.literal(1),
  path: z.string().min(1),
  version: z.string().min(1),
  created: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day, YYYY-MM-DD'),
  answers: answersSchema,
  managed: z.array(
    z
      .string()
      .regex(MANAGED, 'the object id of Git, a space, and the path of a file'),
  ),
});

const COMMENT = ` Which golden path made this repository, from which answers, and the files that
 airworthy update keeps up to date. Written by airworthy: leave it as it is.`;

/**
 * What `airworthy.yaml` says: the path, its version, the answers, and the
 * object id that Git gives each managed file as the path made it. The id tells
 * whether somebody edited the file since, and finds the original in the
 * history of the repository.
 *
 * @public
 */
export class BirthCertificate {
  static of(options: {
    path: string;
    version: string;
    /** YYYY-MM-DD. */
    created: string;
    answers: JsonObject;
    managed: FileTree;
  }): BirthCertificate {
    return new BirthCertificate(
      options.path,
      options.version,
      options.created,
      options.answers,
      new Map(
        [...options.managed].map(([name, { content }]) => [
          name,
          objectIdOf(content),
        ]),
      ),
    );
  }

  /** @throws TemplateProblem naming line and field */
  static parse(source: string): BirthCertificate {
    const { path, version, created, answers, managed } = parseYaml(
      BIRTH_FILE,
      source,
      birthSchema,
    );
    return new BirthCertificate(
      path,
      version,
      created,
      answers,
      new Map(
        managed.map(line => {
          const [, id, name] = MANAGED.exec(line) ?? [];
          return [name, id];
        }),
      ),
    );
  }

  private constructor(
    /** The name of the golden path. */
    readonly path: string,
    readonly version: string,
    /** The day it was made, YYYY-MM-DD. */
    readonly created: string,
    readonly answers: JsonObject,
    /** Object ids by path. */
    readonly managed: ReadonlyMap<string, string>,
  ) {}

  toText(): string {
    return `${COMMENT.split('\n')
      .map(line => `#${line}`)
      .join('\n')}\n${stringify(
      {
        schemaVersion: 1,
        path: this.path,
        version: this.version,
        created: this.created,
        answers: this.answers,
        managed: [...this.managed].map(([name, id]) => `${id} ${name}`),
      },
      { lineWidth: 0 },
    )}`;
  }
}

/**
 * The object id that Git gives to a file of this content (SHA-1).
 *
 * @public
 */
export function objectIdOf(content: Buffer): string {
  return createHash('sha1')
    .update(`blob ${content.length}\0`)
    .update(content)
    .digest('hex');
}
