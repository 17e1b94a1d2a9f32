import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '@backstage/errors';
import { z } from 'zod';
import type { BenchmarkOptions } from '../benches/types';
import { waitFor } from '../waitFor';
import { Portal, type PortalOptions } from './Portal';

const pageSchema = z.object({ total: z.number() });

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
  if (first) {
    writeFileSync(marker, String(services));
  }
  return portal;
}

/** 0 where the portal is too busy to answer: the wait goes on, to its end. */
async function countScorecards(portal: Portal): Promise<number> {
  try {
    const page = await portal.get(
      '/api/readiness/scorecards?limit=1',
      'unrestricted',
    );
    return pageSchema.parse(JSON.parse(page)).total;
  } catch (error) {
    if (error instanceof TypeError) {
      return 0;
    }
    throw error;
  }
}
