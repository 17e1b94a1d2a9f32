import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

/** An answer of a stand-in, and the module of the vendor's shape of it. */
export interface ShapedAnswer {
  /** Such as `kubernetes-models/apps/v1`. */
  module: string;
  /** The class that it exports; the module exports `validate` unless told. */
  model?: string;
  answer: object;
}

/**
 * What is wrong with answers by the vendors' own shapes, unknown fields included.
 * None may be empty: nothing would be checked.
 */
export async function findShapeProblems(
  answers: readonly ShapedAnswer[],
): Promise<string[]> {
  if (answers.length === 0) {
    throw new Error('There is no answer to check');
  }
  // eslint-disable-next-line no-restricted-syntax -- tests alone run it, from the sources
  const program = join(__dirname, 'checkShapes.mjs');
  const checker = spawn(process.execPath, [program], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  checker.stdin.end(JSON.stringify(answers));
  const [output, code] = await Promise.all([
    text(checker.stdout),
    new Promise<number | null>(resolve => {
      checker.on('close', resolve);
    }),
  ]);
  if (code !== 0) {
    throw new Error(`The check ended with ${code}`);
  }
  return JSON.parse(output);
}
