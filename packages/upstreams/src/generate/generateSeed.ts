import type {
  CompanyCluster,
  CompanyDeployment,
  CompanyPerson,
  CompanySeed,
  CompanyService,
  CompanyTeam,
} from '../model';
import { createDeployments } from './createDeployments';
import { Random } from './Random';

/** The size of a generated company. */
export interface GenerateOptions {
  services: number;
  /** 3 unless told. */
  clusters?: number;
  /** Two fifths of the services unless told. */
  repositories?: number;
  /** One for every 20 services unless told. */
  teams?: number;
}

const COVERS: Array<CompanyTeam['onCall']> = [
  'full',
  'full',
  'full',
  'one-level',
  'empty',
  'none',
];

/** A company of the size asked for, the same for the same options. */
export function generateSeed(
  options: GenerateOptions & { at: Date },
): CompanySeed {
  const count = options.services;
  const repositories = Math.max(
    1,
    options.repositories ?? Math.ceil((count * 2) / 5),
  );
  const organisation = 'generated';
  const teams: CompanyTeam[] = [];
  const people: CompanyPerson[] = [];
  for (
    let index = 0;
    index < (options.teams ?? Math.ceil(count / 20));
    index += 1
  ) {
    const members = Array.from({ length: 4 }, (_, place) => {
      const name = `person-${index}-${place}`;
      people.push({
        name,
        displayName: `Person ${index}.${place}`,
        email: `${name}@generated.example`,
        login: name,
      });
      return name;
    });
    teams.push({
      name: `team-${index}`,
      title: `Team ${index}`,
      members,
      onCall: COVERS[index % COVERS.length],
    });
  }
  const clusters: CompanyCluster[] = Array.from(
    { length: options.clusters ?? 3 },
    (_, index) => ({
      name: `cluster-${index}`,
      environment: 'production',
      zones: ['a', 'b', 'c'].map(zone => `zone-${index}${zone}`),
    }),
  );

  const services: CompanyService[] = [];
  const deployments: CompanyDeployment[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = new Random(`service ${index}`);
    const name = `service-${String(index).padStart(5, '0')}`;
    const team = teams[index % teams.length];
    const byArgo = index % 2 === 0;
    const service: CompanyService = {
      entityRef: `component:default/${name}`,
      name,
      team: team.name,
      tier: 1 + (index % 4),
      lifecycle: 'production',
      repository: {
        slug: `${organisation}/repository-${index % repositories}`,
        path: `services/${name}`,
      },
      delivery: byArgo ? 'argocd' : 'github',
      runtime: {
        cluster: clusters[index % clusters.length].name,
        namespace: team.name,
        workloads: [
          {
            kind: 'Deployment',
            name,
            replicas: random.integer(1, 4),
            care: random.pick(['exemplary', 'plain', 'bare'] as const),
          },
        ],
      },
      application: byArgo ? name : undefined,
      pagerService: team.onCall === 'none' ? undefined : `P${index}`,
      states: [],
    };
    services.push(service);
    deployments.push(
      ...createDeployments({
        service,
        index,
        rhythm: {
          perWeek: random.pick([0.25, 0.5, 1]),
          failing: 0.05,
          people: team.members,
          leadHours: [2, 60],
        },
        at: options.at,
      }),
    );
  }
  deployments.sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  return {
    organisation,
    services,
    teams,
    people,
    clusters,
    deployments,
    incidents: [],
    // Prometheus has no stand-in: who measures it, runs it.
    monitoring: {
      gauges: [],
      objectives: [],
      rules: [],
      routes: [],
      silences: [],
    },
  };
}
