import { expect, type Page } from '@playwright/test';
import { z } from 'zod';

const scorecardSchema = z.object({
  links: z.array(z.object({ source: z.string(), status: z.string() })),
});

/**
 * Waits until the portal has read the repository of a service: a fresh portal
 * scores first what the catalog alone says.
 */
export async function waitForEvidence(page: Page, name: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const response = await page.request.get(
          `/api/readiness/scorecards/component/default/${name}`,
          { headers: { authorization: `Bearer ${await guestToken(page)}` } },
        );
        if (!response.ok()) {
          return `HTTP ${response.status()}`;
        }
        const { links } = scorecardSchema.parse(await response.json());
        return links.find(link => link.source === 'repository')?.status;
      },
      { message: `${name} is scored from its repository`, timeout: 120_000 },
    )
    .toBe('ok');
}

const sessionSchema = z.object({
  backstageIdentity: z.object({ token: z.string() }),
});

/** A token of the guest. */
export async function guestToken(page: Page): Promise<string> {
  const response = await page.request.post('/api/auth/guest/refresh', {
    headers: { 'x-requested-with': 'XMLHttpRequest' },
  });
  return sessionSchema.parse(await response.json()).backstageIdentity.token;
}
