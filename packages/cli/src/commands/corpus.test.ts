import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { runCommand } from '../testing/runCommand';

const corpus = resolve(
  __dirname,
  '../../../../../shared/conformance/corpus/online-boutique.yaml',
);

const documentSchema = z.object({
  scorecards: z.array(
    z.object({
      entityRef: z.string(),
      questions: z.array(
        z.object({
          checks: z.array(z.object({ id: z.string(), status: z.string() })),
        }),
      ),
    }),
  ),
});

// The corpus lies beside the checkout and is no part of it.
const describeWhereThere = existsSync(corpus) ? describe : describe.skip;

describeWhereThere('the online boutique', () => {
  // One line for each service and check, as a person reads the manifests: no
  // replicas, budgets, autoscalers or policies anywhere; the load generator has
  // no probes, and an init container without resources; Redis runs as the
  // default service account; where both probes are there they ask one path or
  // port. A file of manifests says nothing of what a service depends on, nor of
  // its source.
  it('has the verdict that its manifests deserve, everywhere', async () => {
    const expected = readFileSync(
      resolve(__dirname, '__fixtures__/online-boutique.expected.txt'),
      'utf8',
    );
    const { output } = await runCommand(['scan', corpus, '--format', 'json']);
    const verdicts = documentSchema
      .parse(JSON.parse(output))
      .scorecards.flatMap(({ entityRef, questions }) =>
        questions
          .flatMap(question => question.checks)
          .map(
            check => `${entityRef.split('/')[1]} ${check.id} ${check.status}`,
          ),
      );
    expect(verdicts).toHaveLength(12 * 54);
    expect(verdicts).toEqual(expected.trim().split('\n'));
  });
});
