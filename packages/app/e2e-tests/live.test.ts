import { expect, type Page, test } from '@playwright/test';
import { z } from 'zod';
import { guestToken } from './support/scorecards';

const upstreams = `http://127.0.0.1:${
  process.env.UPSTREAMS_PORT ?? Number(process.env.E2E_PORT ?? '7107') + 1
}`;

const sourcesSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      lastSucceededAt: z.string().optional(),
    }),
  ),
});
const scorecardSchema = z.object({
  links: z.array(z.object({ source: z.string(), status: z.string() })),
});

const driftSchema = z.object({
  questions: z.array(
    z.object({
      checks: z.array(
        z.object({
          id: z.string(),
          status: z.string(),
          drift: z.array(z.object({}).loose()).optional(),
        }),
      ),
    }),
  ),
});

async function ask(page: Page, path: string): Promise<unknown> {
  const response = await page.request.get(`/api/readiness${path}`, {
    headers: { authorization: `Bearer ${await guestToken(page)}` },
  });
  return response.json();
}

async function statusOf(page: Page, id: string): Promise<string | undefined> {
  const sources = sourcesSchema.safeParse(await ask(page, '/sources'));
  return sources.data?.items.find(item => item.id === id)?.status;
}

async function untilLinked(page: Page, service: string, source: string) {
  await expect
    .poll(
      async () => {
        const scorecard = scorecardSchema.safeParse(
          await ask(page, `/scorecards/component/default/${service}`),
        );
        return scorecard.data?.links.find(link => link.source === source)
          ?.status;
      },
      { message: `${service} is observed by ${source}`, timeout: 120_000 },
    )
    .toBe('ok');
}

test('what runs outranks what is declared, and the difference is told', async ({
  page,
}) => {
  await untilLinked(page, 'product-search', 'kubernetes:lumenara-eu');
  await untilLinked(page, 'product-search', 'repository');
  const { questions } = driftSchema.parse(
    await ask(page, '/scorecards/component/default/product-search'),
  );
  const replicas = questions
    .flatMap(({ checks }) => checks)
    .find(({ id }) => id === 'replicas');
  expect(replicas?.status).toBe('fail');
  expect(replicas?.drift).toEqual([
    expect.objectContaining({ declared: 3, observed: 1 }),
  ]);
});

test('a broken upstream fails its own source alone, which recovers by itself', async ({
  page,
}) => {
  await expect
    .poll(() => statusOf(page, 'pagerduty:lumenara'), { timeout: 120_000 })
    .toBe('ok');
  try {
    const broken = await page.request.post(`${upstreams}/faults/pagerduty`, {
      data: { fault: 'expiredToken' },
    });
    expect(broken.ok()).toBe(true);
    await expect
      .poll(() => statusOf(page, 'pagerduty:lumenara'), { timeout: 120_000 })
      .toBe('failing');
    expect(await statusOf(page, 'github:lumenara')).not.toBe('failing');
  } finally {
    await page.request.delete(`${upstreams}/faults`);
  }
  await expect
    .poll(() => statusOf(page, 'pagerduty:lumenara'), { timeout: 120_000 })
    .toBe('ok');
});
