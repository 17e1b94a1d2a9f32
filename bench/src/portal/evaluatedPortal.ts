import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { BenchmarkOptions } from '../benches/types';
import { waitFor } from '../waitFor';
import { Portal, type PortalOptions } from './Portal';

const pageSchema = z.object({ total: z.number() });
const summarySchema = z.object({ entities: z.number() });

/** How long a fleet of any size may take to get ready. */
const PATIENCE_MS = 30 * 60_000;

/** What arrives late has arrived after this long. */
const RESTING_MS = 3_000;

/**
 * A portal in which every service has a scorecard. The first one of a folder
 * fills catalog, facts and scorecards; later ones start from what it left.
 */
export async function evaluatedPortal(
  { services, directory, progress }: BenchmarkOptions,
  options: Pick<PortalOptions, 'app' | 'quiet' | 'readiness'> = {},
): Promise<Portal> {
  const marker = join(directory, 'evaluated');
  const first = !existsSync(marker);
  if (!first && readFileSync(marker, 'utf8') !== String(services)) {
    throw new InputError(`${directory} holds a fleet of another size`);
  }
  if (first) {
    progress(`filling a portal with ${services} services`);
  }
  const portal = await Portal.start({ services, directory, ...options });
  if (first) {
    progress('scanning the repositories');
    await portal.collected;
  }
  await waitFor(
    'evaluation comes to rest',
    () => portal.evaluation.restingMs() > RESTING_MS,
    PATIENCE_MS,
  );
  await waitFor(
    'every service has a scorecard',
    async () => (await countScorecards(portal)) >= services,
    PATIENCE_MS,
  );
  await waitFor(
    'the owner of every service is audited',
    async () => (await countAudits(portal)) >= services,
    PATIENCE_MS,
  );
  if (first) {
    writeFileSync(marker, String(services));
  }
  return portal;
}

async function countScorecards(portal: Portal): Promise<number> {
  const text = await read(portal, '/api/readiness/scorecards?limit=1');
  return text === undefined ? 0 : pageSchema.parse(JSON.parse(text)).total;
}

async function countAudits(portal: Portal): Promise<number> {
  const text = await read(portal, '/api/readiness/ownership/summary');
  return text === undefined
    ? 0
    : summarySchema.parse(JSON.parse(text)).entities;
}

/** Undefined where the portal is too busy to answer: the wait goes on. */
async function read(portal: Portal, path: string): Promise<string | undefined> {
  try {
    return await portal.get(path, 'unrestricted');
  } catch (error) {
    if (error instanceof TypeError) {
      return undefined;
    }
    throw error;
  }
}
