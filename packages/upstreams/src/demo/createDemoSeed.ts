import { createDeployments, Random } from '../generate';
import type {
  CompanyDeployment,
  CompanySeed,
  CompanyService,
  ServiceState,
} from '../model';
import { createDemoIncidents } from './demoIncidents';
import { demoMonitoring } from './demoMonitoring';
import { demoPeople, demoTeams } from './demoPeople';
import { demoServices } from './demoServices';

/** States that rest on what happened this morning. */
const EVENTFUL: ReadonlySet<ServiceState> = new Set<ServiceState>([
  'failing-rollout',
  'rolled-back',
]);
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

/** When the newest event of a service with a state of its own was. */
function thisMorning(now: Date): number {
  const seven = Math.floor(now.getTime() / DAY) * DAY + 7 * 60 * MINUTE;
  return seven + 60 * MINUTE < now.getTime() ? seven : seven - DAY;
}

/** A deployment that failed this morning, and what was done about it. */
function createLatest(
  service: CompanyService,
  past: CompanyDeployment[],
  morning: number,
): CompanyDeployment[] {
  const previous = past.filter(item => item.result === 'succeeded').at(-1);
  if (!previous) {
    return [];
  }
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
  };
  const wentBack: CompanyDeployment = {
    ...previous,
    id: id + 1,
    deployedBy: failed.deployedBy,
    startedAt: new Date(morning + 16 * MINUTE).toISOString(),
    finishedAt: new Date(morning + 19 * MINUTE).toISOString(),
    rollback: true,
  };
  return service.states.includes('rolled-back') ? [failed, wentBack] : [failed];
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
    if (!service.states.some(state => EVENTFUL.has(state))) {
      return past;
    }
    const morning = thisMorning(now);
    const before = past.filter(
      ({ startedAt }) => Date.parse(startedAt) < morning,
    );
    return [...before, ...createLatest(service, before, morning)];
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
