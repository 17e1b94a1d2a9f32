import type { Page } from '@playwright/test';

/**
 * Opens a page of the portal as the guest, in the light or the dark theme.
 *
 * Once for each test: the browser remembers the guest, and `page.goto` leads
 * straight to the next page.
 */
export async function signInAsGuest(
  page: Page,
  path = '/',
  options: { theme?: 'light' | 'dark' } = {},
): Promise<void> {
  const { theme = 'light' } = options;
  await page.addInitScript(
    id => window.localStorage.setItem('theme', id),
    theme,
  );
  await page.goto(path);
  await page.getByRole('button', { name: 'Enter' }).click();
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Home', exact: true })
    .waitFor();
}
