import { expect, test } from '@playwright/test';
import { signInAsGuest } from './support/signInAsGuest';

test('the guest enters and finds the demo organisation in the catalog', async ({
  page,
}) => {
  await signInAsGuest(page);

  const sidebar = page.getByRole('navigation', { name: 'sidebar nav' });
  await expect(sidebar.getByRole('link')).toHaveText([
    'Airworthy',
    'Home',
    'Catalog',
    'Create',
    'Readiness',
    'Tradeoffs',
    'APIs',
    'Docs',
    'Notifications',
    'Settings',
  ]);

  await sidebar.getByRole('link', { name: 'Catalog', exact: true }).click();

  await expect(
    page.getByRole('heading', { name: 'Lumenara Catalog' }),
  ).toBeVisible();
  await expect(page.getByRole('link', { name: 'payments-api' })).toBeVisible();
});
