import { createDeployments, Random } from '../generate';
import type { CompanyDeployment, CompanySeed, CompanyService } from '../model';
import { createDemoIncidents } from './demoIncidents';
import { demoMonitoring } from './demoMonitoring';
import { demoPeople, demoTeams } from './demoPeople';
import { demoServices } from './demoServices';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

function loginsOf(team: string): string[] {
  const members = demoTeams.find(item => item.name === team)?.members ?? [];
  const logins = members.flatMap(
    member => demoPeople.find(person => person.name === member)?.login ?? [],
  );
  // Who has nobody is deployed by the platform team.
  return logins.length > 0 ? logins : loginsOf('sre');
}

/** The last event of a service with a state of its own, this morning. */
function createLatest(
  service: CompanyService,
  past: CompanyDeployment[],
  now: Date,
): CompanyDeployment[] {
  const previous = past.filter(item => item.result === 'succeeded').at(-1);
  if (!previous) {
    return [];
  }
  const today = Math.floor(now.getTime() / DAY) * DAY;
  const seven = today + 7 * 60 * MINUTE;
  const morning = seven + 60 * MINUTE < now.getTime() ? seven : seven - DAY;
  const random = new Random(`${service.name} ${morning}`);
  const id = Math.floor(morning / DAY) * 1_000_000 + past.length * 10;
  const failed: CompanyDeployment = {
    ...previous,
    id,
    version: `${previous.version}-rc.1`,
    commit: {
      sha: random.hex(40),
      message: 'Ask all shops at a time',
      committedAt: new Date(morning - 95 * MINUTE).toISOString(),
    },
    deployedBy: random.pick(loginsOf(service.team)),
    startedAt: new Date(morning).toISOString(),
    finishedAt: new Date(morning + 10 * MINUTE).toISOString(),
    result: 'failed',
    rollback: false,
  };
  if (service.states.includes('failing-rollout')) {
    return [failed];
  }
  if (service.states.includes('rolled-back')) {
    return [
      failed,
      {
        ...previous,
        id: id + 1,
        deployedBy: failed.deployedBy,
        startedAt: new Date(morning + 16 * MINUTE).toISOString(),
        finishedAt: new Date(morning + 19 * MINUTE).toISOString(),
        rollback: true,
      },
    ];
  }
  return [];
}

/** Lumenara as it is at this time. */
export function createDemoSeed(options: { now: Date }): CompanySeed {
  const { now } = options;
  const deployments = demoServices.flatMap((service, index) => {
    const past = createDeployments({
      service,
      index,
      at: now,
      rhythm: {
        perWeek: service.perWeek,
        failing: 0.06,
        people: loginsOf(service.team),
        leadHours: [1, 40],
      },
    });
    return [...past, ...createLatest(service, past, now)];
  });
  deployments.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  return {
    organisation: 'lumenara',
    // The model may change; the next company starts anew.
    services: structuredClone(demoServices),
    teams: structuredClone(demoTeams),
    people: structuredClone(demoPeople),
    clusters: [
      {
        name: 'lumenara-eu',
        environment: 'production',
        zones: ['eu-a', 'eu-b', 'eu-c'],
      },
      {
        name: 'lumenara-us',
        environment: 'production',
        zones: ['us-a', 'us-b', 'us-c'],
      },
    ],
    deployments,
    incidents: createDemoIncidents(now),
    monitoring: structuredClone(demoMonitoring),
  };
}
