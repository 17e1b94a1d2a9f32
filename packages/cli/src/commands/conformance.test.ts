import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { runCommand } from '../testing/runCommand';

const folder = resolve(
  __dirname,
  '../../../../../shared/conformance/kubernetes',
);

const expectedSchema = z.record(
  z.string(),
  z.object({
    check: z.string(),
    atFault: z.array(z.string()),
    ours: z.array(z.string()),
  }),
);

const documentSchema = z.object({
  objects: z.array(
    z.object({
      kind: z.string(),
      namespace: z.string(),
      name: z.string(),
      file: z.string(),
      line: z.number(),
      faults: z.array(z.object({ check: z.string(), message: z.string() })),
    }),
  ),
});

// The data lies beside the checkout and is no part of it.
const describeWhereThere = existsSync(folder) ? describe : describe.skip;

describeWhereThere('conformance with kube-linter', () => {
  const expected = existsSync(folder)
    ? expectedSchema.parse(
        JSON.parse(readFileSync(resolve(folder, 'expected.json'), 'utf8')),
      )
    : {};

  it.each(Object.entries(expected))(
    'finds at fault in %s what is at fault, and nothing else',
    async (file, { check, ours, atFault }) => {
      const { output, exitCode } = await runCommand([
        'scan',
        resolve(folder, 'kube-linter', file),
        '--format',
        'json',
      ]);
      expect(exitCode).toBe(0);
      const { objects } = documentSchema.parse(JSON.parse(output));
      const kinds = new Set(
        [...ours, ...atFault].map(object => object.split('/')[0]),
      );
      expect(
        objects
          .filter(
            object =>
              kinds.has(object.kind) &&
              object.faults.some(fault => fault.check === check),
          )
          .map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`)
          .sort(),
      ).toEqual([...ours].sort());
    },
  );
});
