import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from '@playwright/test';
import { z } from 'zod';
import { waitForEvidence } from './support/scorecards';
import { signInAsGuest } from './support/signInAsGuest';

const root = resolve(__dirname, '../../..');

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

/** Verdicts of `airworthy scan` with the portal's own checklist. */
function scanCorpus() {
  const output = execFileSync(
    process.execPath,
    [
      'packages/cli/bin/airworthy',
      'scan',
      'data/e2e-corpus/boutique',
      '--checklist',
      'app-config.e2e.yaml',
      '--format',
      'json',
    ],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  return documentSchema.parse(JSON.parse(output)).scorecards;
}

test('the pages show the verdicts of the command line', async ({ page }) => {
  test.setTimeout(300_000);
  const scorecards = scanCorpus();
  expect(scorecards.length).toBeGreaterThan(1);
  const names = scorecards.map(({ entityRef }) => entityRef.split('/')[1]);
  for (const name of names) {
    await waitForEvidence(page, name);
  }
  // The list below 960 pixels shows no statuses, and columns are virtual: wide
  // enough, every cell is on the page.
  await page.setViewportSize({ width: 3200, height: 1400 });
  await signInAsGuest(page, '/readiness/services?scope=all&group=none');
  for (const { entityRef, questions } of scorecards) {
    const name = entityRef.split('/')[1];
    await page.getByPlaceholder('Search services').fill(name);
    await expect(page.getByRole('rowheader', { name })).toBeVisible();
    const expected = questions
      .flatMap(({ checks }) => checks)
      .map(
        ({ id, status }) =>
          `${name}, ${id}: ${status.replace(
            'not-applicable',
            'not applicable',
          )}`,
      );
    // A verdict stands once every source has said whether it knows the service;
    // the page hears of it.
    await expect
      .poll(
        async () => {
          const shown = await page
            .getByRole('gridcell', { name: new RegExp(`^${name}, [a-z-]+: `) })
            .evaluateAll(cells =>
              cells.map(cell => cell.getAttribute('aria-label') ?? ''),
            );
          return expected.filter(cell => !shown.includes(cell));
        },
        { timeout: 90_000 },
      )
      .toEqual([]);
  }
});
