import { createHash } from 'node:crypto';
import type { Company } from './Company';
import type { CompanyDeployment, CompanyService } from './types';

const DAY = 24 * 60 * 60_000;

/** What an administrator sets of a repository. */
export interface GithubSettings {
  archived: boolean;
  /** Approving reviews that the default branch needs. */
  requiredReviews: number;
  /** Whether reviews are asked for by branch protection or by a ruleset. */
  protectedBy: 'branch-protection' | 'ruleset';
  vulnerabilityAlerts: boolean;
  secretScanning: boolean;
  /** The text of `.github/CODEOWNERS`; undefined where there is none. */
  codeowners?: string;
}

/** A line of CODEOWNERS that GitHub refuses. */
export interface CodeownersFault {
  line: number;
  column: number;
  kind: string;
  source: string;
}

/** A repository of the company. */
export interface GithubRepository extends GithubSettings {
  id: number;
  nodeId: string;
  owner: string;
  name: string;
  /** `owner/name` */
  slug: string;
  services: CompanyService[];
  /** ISO 8601, UTC. */
  createdAt: string;
  /** The newest commit on the default branch. */
  head: string;
  codeownersFaults: CodeownersFault[];
  /** Critical alerts of Dependabot that are open. */
  vulnerableDependencies: string[];
  /** Kinds of secrets that were found and are not revoked. */
  leakedSecrets: string[];
}

/** A deployment and what it is called at GitHub. */
export interface GithubDeploymentRecord {
  nodeId: string;
  /** `production`, with the service behind it where several share a repository. */
  environment: string;
  deployment: CompanyDeployment;
  /** When a newer success took its place. */
  replacedAt?: string;
}

/** The company at GitHub: repositories, reviews, code owners and findings. */
export class GithubModel {
  readonly #company: Company;
  readonly #servicesBySlug = new Map<string, CompanyService[]>();
  readonly #slugs: string[];
  readonly #slugByNodeId = new Map<string, string>();
  readonly #places = new Map<string, number>();
  readonly #settings = new Map<string, Partial<GithubSettings>>();

  constructor(company: Company) {
    this.#company = company;
    for (const service of company.services) {
      // Their links lead nowhere.
      if (!service.repository || service.states.includes('link-not-found')) {
        continue;
      }
      const { slug } = service.repository;
      const known = this.#servicesBySlug.get(slug);
      if (known) {
        known.push(service);
      } else {
        this.#servicesBySlug.set(slug, [service]);
      }
    }
    this.#slugs = [...this.#servicesBySlug.keys()];
    for (const [place, slug] of this.#slugs.entries()) {
      this.#places.set(slug, place);
      this.#slugByNodeId.set(nodeIdOf('R', slug), slug);
    }
  }

  /** Names of all repositories, the oldest first. */
  get slugs(): readonly string[] {
    return this.#slugs;
  }

  /** All repositories, oldest first. */
  get repositories(): GithubRepository[] {
    return this.#slugs.flatMap(slug => this.repository(slug) ?? []);
  }

  /** The repository called `owner/name`. */
  repository(slug: string): GithubRepository | undefined {
    const services = this.#servicesBySlug.get(slug);
    if (!services) {
      return undefined;
    }
    const [owner, name] = slug.split('/');
    const index = this.#places.get(slug) ?? 0;
    const settings: GithubSettings = {
      ...defaultSettings(owner, services, index),
      ...this.#settings.get(slug),
    };
    const has = (state: CompanyService['states'][number]) =>
      services.some(({ states }) => states.includes(state));
    return {
      ...settings,
      id: 1000 + index,
      nodeId: nodeIdOf('R', slug),
      owner,
      name,
      slug,
      services,
      createdAt: new Date(
        Date.UTC(2020, 0, 1) + (index % 2000) * DAY,
      ).toISOString(),
      head: this.#headOf(services, settings),
      codeownersFaults: faultsOf(settings.codeowners),
      vulnerableDependencies: has('vulnerable') ? ['log4j-core'] : [],
      leakedSecrets: has('secret-leaked') ? ['stripe_api_key'] : [],
    };
  }

  /** The repository of that node id. */
  repositoryByNodeId(nodeId: string): GithubRepository | undefined {
    const slug = this.#slugByNodeId.get(nodeId);
    return slug === undefined ? undefined : this.repository(slug);
  }

  /** Changes what is set of a repository. */
  change(slug: string, settings: Partial<GithubSettings>): void {
    this.#settings.set(slug, { ...this.#settings.get(slug), ...settings });
  }

  /**
   * What the deployments of a service are called at GitHub, where its repository
   * is that of others too: what its catalog entity has to name.
   */
  environmentsOf(service: CompanyService): string[] {
    return this.#sharesRepository(service)
      ? [`production-${service.name}`]
      : [];
  }

  /** Deployments that GitHub knows of, newest first. */
  deploymentsOf(repository: GithubRepository): GithubDeploymentRecord[] {
    return repository.services
      .flatMap(service => this.#recordsOf(service))
      .sort((a, b) =>
        b.deployment.startedAt.localeCompare(a.deployment.startedAt),
      );
  }

  #recordsOf(service: CompanyService): GithubDeploymentRecord[] {
    const suffix = this.#sharesRepository(service) ? `-${service.name}` : '';
    const newestSuccess = new Map<string, string>();
    return [...this.#company.deploymentsOf(service.name)]
      .filter(({ via }) => via === 'github')
      .reverse()
      .map(deployment => {
        const replacedAt = newestSuccess.get(deployment.environment);
        if (deployment.result === 'succeeded' && deployment.finishedAt) {
          newestSuccess.set(deployment.environment, deployment.finishedAt);
        }
        return {
          nodeId: nodeIdOf('DE', String(deployment.id)),
          environment: `${deployment.environment}${suffix}`,
          deployment,
          ...(replacedAt && deployment.result === 'succeeded'
            ? { replacedAt }
            : {}),
        };
      });
  }

  #sharesRepository({ repository }: CompanyService): boolean {
    const services = repository && this.#servicesBySlug.get(repository.slug);
    return (services?.length ?? 0) > 1;
  }

  #headOf(services: CompanyService[], settings: GithubSettings): string {
    const newest = services
      .flatMap(({ name }) => this.#company.deploymentsOf(name).at(-1) ?? [])
      .sort((a, b) => a.startedAt.localeCompare(b.startedAt))
      .at(-1);
    return hex(`${newest?.commit.sha} ${settings.codeowners}`);
  }
}

function defaultSettings(
  owner: string,
  services: CompanyService[],
  index: number,
): GithubSettings {
  const isUnprotected = services.some(({ states }) =>
    states.includes('branch-unprotected'),
  );
  return {
    archived: false,
    requiredReviews: isUnprotected ? 0 : 1 + (index % 2),
    protectedBy: index % 3 === 0 ? 'branch-protection' : 'ruleset',
    vulnerabilityAlerts: true,
    secretScanning: true,
    codeowners: services
      .map(({ repository, states, team }) => {
        const handle = states.includes('codeowners-broken')
          ? `@${owner}/nobody-of-that-name`
          : `@${owner}/${team}`;
        return `${repository?.path ? `/${repository.path}/` : '*'} ${handle}\n`;
      })
      .join(''),
  };
}

function faultsOf(text = ''): CodeownersFault[] {
  return text.split('\n').flatMap((source, index) => {
    const column = source.indexOf('@');
    return source.includes('/nobody-of-that-name')
      ? [{ line: index + 1, column: column + 1, kind: 'Unknown owner', source }]
      : [];
  });
}

/** Ids of nodes are opaque to clients. */
function nodeIdOf(prefix: string, text: string): string {
  return `${prefix}_${Buffer.from(text).toString('base64url')}`;
}

function hex(text: string): string {
  return createHash('sha1').update(text).digest('hex');
}
