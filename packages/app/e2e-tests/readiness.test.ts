import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/expectAccessible';
import { waitForEvidence } from './support/scorecards';
import { signInAsGuest } from './support/signInAsGuest';

const INGEST = '/catalog/default/component/devices-ingest';

test.describe('the readiness of a service', () => {
  test('the tab leads with what to fix next, and says where it was seen', async ({
    page,
  }) => {
    await waitForEvidence(page, 'devices-ingest');
    await signInAsGuest(page, `${INGEST}/readiness`);

    await expect(
      page.getByRole('heading', { name: /^Next: \d+ checks? to / }),
    ).toBeVisible();
    const question = page.getByRole('button', {
      name: /What happens if one instance fails\?/,
    });
    if ((await question.getAttribute('aria-expanded')) === 'false') {
      await question.click();
    }
    await expect(
      page.getByText(/minAvailable 3: no eviction allowed/).first(),
    ).toBeVisible();
    await expect(
      page.getByText('deploy/base/pdb.yaml:6').first(),
    ).toBeVisible();
  });

  test('a link opens one check', async ({ page }) => {
    await waitForEvidence(page, 'devices-ingest');
    await signInAsGuest(page, `${INGEST}/readiness?check=replicas`);
    await expect(
      page.getByRole('button', {
        name: /Can the service run with more than one instance\?/,
      }),
    ).toHaveAttribute('aria-expanded', 'true');
  });

  test('statuses filter the questions, in the URL', async ({ page }) => {
    await waitForEvidence(page, 'devices-ingest');
    await signInAsGuest(page, `${INGEST}/readiness`);
    await page.getByRole('button', { name: /^Fail \d+/ }).click();
    await expect(page).toHaveURL(/[?&]status=fail\b/);
    await page.reload();
    await expect(
      page.getByRole('button', { name: /^Fail \d+/ }),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  test('the card on the overview leads to the scorecard', async ({ page }) => {
    await waitForEvidence(page, 'devices-ingest');
    await signInAsGuest(page, INGEST);
    await page.getByRole('link', { name: /Open scorecard/ }).click();
    await expect(page).toHaveURL(new RegExp(`${INGEST}/readiness`));
  });
});

test.describe('the matrix', () => {
  test('is filtered, searched and linked by its URL', async ({ page }) => {
    await waitForEvidence(page, 'devices-ingest');
    await signInAsGuest(page, '/readiness/services?scope=all');
    const grid = page.getByRole('grid');
    await expect(grid.getByText('legacy-billing')).toBeVisible();

    await page.getByPlaceholder('Search services').fill('devices');
    await expect(grid.getByText('legacy-billing')).toBeHidden();
    await expect(page).toHaveURL(/[?&]q=devices\b/);
    await page.reload();
    await expect(
      page.getByRole('grid').getByText('devices-ingest'),
    ).toBeVisible();
    await expect(
      page.getByRole('grid').getByText('legacy-billing'),
    ).toBeHidden();
  });

  test('is walked by keyboard, and a cell opens and closes its drawer', async ({
    page,
  }) => {
    await waitForEvidence(page, 'devices-ingest');
    await signInAsGuest(page, '/readiness/services?scope=all&q=devices-ingest');
    const cell = page.getByRole('gridcell', {
      name: 'devices-ingest, disruption-budget: fail',
    });
    await cell.click();
    const drawer = page.getByRole('complementary', {
      name: /disruption-budget/,
    });
    await expect(drawer).toBeVisible();
    await expect(page).toHaveURL(/[?&]cell=/);
    await page.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
    await expect(cell).toBeFocused();

    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('gridcell', { name: /devices-ingest, spread: / }),
    ).toBeFocused();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await expect(
      page.getByRole('gridcell', { name: /devices-ingest, replicas: / }),
    ).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(
      page.getByRole('complementary', { name: /replicas/ }),
    ).toBeVisible();
  });
});

test('the overview counts the fleet, and a fix leads to who needs it', async ({
  page,
}) => {
  await waitForEvidence(page, 'legacy-billing');
  await signInAsGuest(page, '/readiness');
  await expect(page).toHaveURL(/\/readiness\/overview/);
  for (const heading of [
    'Levels',
    'Fixes that lift the most',
    'Pass rate by question',
    'By team',
  ]) {
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
  }
});

for (const theme of ['light', 'dark'] as const) {
  test.describe(`in the ${theme} theme`, () => {
    for (const [name, path, ready] of [
      ['the tab', `${INGEST}/readiness`, 'Questions'],
      ['the card', INGEST, 'Open scorecard'],
      ['the matrix', '/readiness/services?scope=all', 'not applicable'],
      [
        'the drawer of the matrix',
        '/readiness/services?scope=all&cell=component:default/devices-ingest/disruption-budget',
        'Expected',
      ],
      ['the overview', '/readiness/overview', 'Pass rate by question'],
      ['the checks', '/readiness/checks', 'replicas'],
    ]) {
      test(`axe finds nothing in ${name}`, async ({ page }) => {
        await waitForEvidence(page, 'devices-ingest');
        await signInAsGuest(page, path, { theme });
        await expect(page.getByText(ready).first()).toBeVisible();
        await expectAccessible(page, { include: 'main' });
      });
    }
  });
}
