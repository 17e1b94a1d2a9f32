import type { CompanyDeployment, CompanyService } from '../model';
import { Random } from './Random';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
/** Weeks are counted from this Monday. */
const ORIGIN = Date.UTC(2024, 0, 1);

const COMMITS = [
  'Answer faster where nothing changed',
  'Say which field was refused',
  'Update dependencies',
  'Retry what failed for no reason of ours',
  'Count what is dropped',
  'Close idle connections sooner',
  'Log the request id',
  'Show prices of the right country',
];

/** How often a service is deployed. */
export interface Rhythm {
  /** Deployments in an average week; below 1 most weeks have none. */
  perWeek: number;
  /** Share of deployments that fail, 0 to 1. */
  failing: number;
  /** Whose deployments they are: logins. */
  people: string[];
  /** Hours between commit and deployment. */
  leadHours: [number, number];
}

/** What {@link createDeployments} works on. */
export interface DeploymentsOptions {
  service: CompanyService;
  /** Place in the list of services: ids must not meet. */
  index: number;
  rhythm: Rhythm;
  /** The end of the history. */
  at: Date;
  /** Length of the history; 13 weeks unless told. */
  weeks?: number;
}

/**
 * The deployments of one service to production, oldest first. They depend on
 * the calendar week alone, so that a company that starts again tomorrow tells
 * of the same past.
 */
export function createDeployments(
  options: DeploymentsOptions,
): CompanyDeployment[] {
  const { service, index, rhythm, at, weeks = 13 } = options;
  const { delivery } = service;
  if (!delivery || rhythm.people.length === 0) {
    return [];
  }
  const thisWeek = Math.floor((at.getTime() - ORIGIN) / WEEK);
  const deployments: CompanyDeployment[] = [];
  for (let week = thisWeek - weeks; week <= thisWeek; week += 1) {
    const random = new Random(`${service.name} ${week}`);
    const whole = Math.floor(rhythm.perWeek);
    const count = whole + (random.chance(rhythm.perWeek - whole) ? 1 : 0);
    const starts = Array.from(
      { length: count },
      () =>
        ORIGIN +
        week * WEEK +
        random.integer(0, 4) * DAY +
        random.integer(8 * 60, 17 * 60) * MINUTE,
    ).sort((a, b) => a - b);
    starts.forEach((start, place) => {
      const [least, most] = rhythm.leadHours;
      const committed = start - random.integer(least * 60, most * 60) * MINUTE;
      const finished = start + random.integer(2, 14) * MINUTE;
      const failed = random.chance(rhythm.failing);
      const deployment: CompanyDeployment = {
        id: week * 10_000_000 + index * 100 + place,
        service: service.name,
        environment: 'production',
        version: `${week}.${place}.0`,
        commit: {
          sha: random.hex(40),
          message: random.pick(COMMITS),
          committedAt: new Date(committed).toISOString(),
        },
        deployedBy: random.pick(rhythm.people),
        startedAt: new Date(start).toISOString(),
        finishedAt: new Date(finished).toISOString(),
        result: failed ? 'failed' : 'succeeded',
        rollback: false,
        via: delivery,
      };
      if (finished <= at.getTime()) {
        deployments.push(deployment);
      }
    });
  }
  return deployments;
}
