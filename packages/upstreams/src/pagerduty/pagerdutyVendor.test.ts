import { z } from 'zod';
import { getResponse } from 'msw';
import { Company } from '../model';
import { createPagerDutyHandlers } from './createPagerDutyHandlers';
import { documented } from './documentedSchemas';

const BASE_URL = 'http://pagerduty.test';

describe('the stand-in for PagerDuty', () => {
  const company = Company.demo({ now: () => new Date('2026-11-23T12:00:00Z') });
  const handlers = createPagerDutyHandlers(company, { baseUrl: BASE_URL });

  async function get(path: string, token = company.tokens.pagerduty) {
    const response = await getResponse(
      handlers,
      new Request(`${BASE_URL}/${path}`, {
        headers: { authorization: `Token token=${token}` },
      }),
    );
    if (!response) {
      throw new Error(`Nothing answers ${path}`);
    }
    return response;
  }

  it.each([
    [
      'services?include[]=integrations&include[]=escalation_policies&include[]=teams&limit=100',
      'services',
    ],
    ['services', 'services'],
    ['teams', 'teams'],
    ['escalation_policies', 'escalation_policies'],
    ['oncalls?include[]=users', 'oncalls'],
    ['oncalls', 'oncalls'],
    ['incidents?date_range=all&limit=100', 'incidents'],
  ] as const)('answers %s as documented', async (path, name) => {
    const body: unknown = await (await get(path)).json();
    const parsed = documented[name].safeParse(body);
    expect(parsed.error?.issues).toBeUndefined();
    expect(z.record(z.string(), z.unknown()).parse(body)[name]).not.toEqual([]);
  });

  it('pages, and not beyond ten thousand', async () => {
    const first = await (await get('services?limit=2')).json();
    const second = await (await get('services?limit=2&offset=2')).json();
    expect(first).toMatchObject({ offset: 0, limit: 2, more: true });
    expect(first.services).toHaveLength(2);
    expect(second.services[0].id).not.toBe(first.services[0].id);
    const beyond = await get('services?limit=100&offset=9950');
    expect(beyond.status).toBe(400);
    expect(beyond.headers.get('ratelimit-limit')).toBe('960');
  });

  it('answers for a span of time, thirty days unless told', async () => {
    const all = await (await get('incidents?date_range=all&limit=100')).json();
    const recent = await (await get('incidents?limit=100')).json();
    expect(recent.incidents.length).toBeGreaterThan(0);
    expect(recent.incidents.length).toBeLessThan(all.incidents.length);
    const open = await (
      await get('incidents?date_range=all&statuses[]=triggered&limit=100')
    ).json();
    for (const { status } of open.incidents) {
      expect(status).toBe('triggered');
    }
  });

  it('refuses another token', async () => {
    const refused = await get('services', 'guessed');
    expect(refused.status).toBe(401);
    expect(documented.error.safeParse(await refused.json()).success).toBe(true);
  });
});
