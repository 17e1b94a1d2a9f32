import { expect, test } from '@playwright/test';
import { waitForEvidence } from './support/scorecards';
import { signInAsGuest } from './support/signInAsGuest';

// app-config.e2e.yaml adds one check, overrides one and switches one off.
test('config alone adds, overrides and switches off a check', async ({
  page,
}) => {
  await waitForEvidence(page, 'devices-ingest');
  await signInAsGuest(
    page,
    '/catalog/default/component/devices-ingest/readiness?check=grace-period',
  );
  await expect(
    page.getByText('Pods get at least 30 seconds to stop'),
  ).toBeVisible();

  await page.goto(
    '/catalog/default/component/devices-ingest/readiness?check=runbook-fresh',
  );
  await expect(
    page.getByText('Every runbook was reviewed within 30 days'),
  ).toBeVisible();

  await page.goto('/readiness/checks');
  await expect(page.getByText('grace-period').first()).toBeVisible();
  await expect(page.getByText('multi-zone')).toHaveCount(0);
});
