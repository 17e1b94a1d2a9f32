import type { Manifest } from '../manifests';
import { demoTokens } from '../tokens';
import { createDemoSeed } from '../demo';
import { generateSeed, type GenerateOptions } from '../generate';
import { ArgoCdModel } from './argocd';
import { GithubModel } from './github';
import { KubernetesModel } from './kubernetes';
import { MonitoringModel } from './monitoring';
import { PagerDutyModel } from './pagerduty';
import type {
  CompanyCluster,
  CompanyDeployment,
  CompanyIncident,
  CompanyPerson,
  CompanySeed,
  CompanyService,
  CompanyTeam,
  CompanyTokens,
} from './types';

/** How a {@link Company} is made. */
export interface CompanyOptions {
  /** The time; the clock of the machine unless told. */
  now?: () => Date;
  /** What its upstreams accept; made-up ones unless told. */
  tokens?: CompanyTokens;
  /**
   * What the repositories deploy to production, by service: its clusters then
   * hold just that. Services that are not here get what the model makes up.
   */
  manifests?: ReadonlyMap<string, readonly Manifest[]>;
}

/**
 * A company and all that its systems know, in one place: what is deployed here
 * is what GitHub, Argo CD and Kubernetes tell of, and who is on call here is
 * whom PagerDuty names. It has state: what is changed shows in every upstream
 * at once.
 */
export class Company {
  readonly organisation: string;
  readonly services: readonly CompanyService[];
  readonly teams: readonly CompanyTeam[];
  readonly people: readonly CompanyPerson[];
  readonly clusters: readonly CompanyCluster[];
  readonly tokens: CompanyTokens;
  readonly github: GithubModel;
  readonly kubernetes: KubernetesModel;
  readonly argocd: ArgoCdModel;
  readonly pagerduty: PagerDutyModel;
  readonly monitoring: MonitoringModel;
  readonly #now: () => Date;
  readonly #deployments: CompanyDeployment[];
  readonly #deploymentsOf = new Map<string, CompanyDeployment[]>();
  readonly #incidents: CompanyIncident[];
  readonly #services: Map<string, CompanyService>;
  readonly #teams: Map<string, CompanyTeam>;
  readonly #people: Map<string, CompanyPerson>;
  #version = 1;

  constructor(seed: CompanySeed, options: CompanyOptions = {}) {
    this.organisation = seed.organisation;
    this.services = seed.services;
    this.teams = seed.teams;
    this.people = seed.people;
    this.clusters = seed.clusters;
    this.tokens = options.tokens ?? demoTokens;
    this.#now = options.now ?? (() => new Date());
    this.#deployments = [...seed.deployments];
    this.#incidents = [...seed.incidents];
    this.#services = new Map(seed.services.map(item => [item.name, item]));
    this.#teams = new Map(seed.teams.map(item => [item.name, item]));
    this.#people = new Map(seed.people.map(item => [item.name, item]));
    for (const deployment of this.#deployments) {
      this.#remember(deployment);
    }
    this.github = new GithubModel(this);
    this.kubernetes = new KubernetesModel(this, options.manifests);
    this.argocd = new ArgoCdModel(this);
    this.pagerduty = new PagerDutyModel(this);
    this.monitoring = new MonitoringModel(this, seed.monitoring);
  }

  /** Lumenara, the organisation of `examples/`. */
  static demo(options: CompanyOptions = {}): Company {
    const now = options.now ?? (() => new Date());
    return new Company(createDemoSeed({ now: now() }), options);
  }

  /** A company of any size, the same for the same options. */
  static generate(options: GenerateOptions & CompanyOptions): Company {
    const now = options.now ?? (() => new Date());
    return new Company(generateSeed({ ...options, at: now() }), options);
  }

  now(): Date {
    return this.#now();
  }

  /** Counts up with every change of the company. */
  get version(): number {
    return this.#version;
  }

  service(name: string): CompanyService | undefined {
    return this.#services.get(name);
  }

  team(name: string): CompanyTeam | undefined {
    return this.#teams.get(name);
  }

  person(name: string): CompanyPerson | undefined {
    return this.#people.get(name);
  }

  /** Oldest first. */
  get deployments(): readonly CompanyDeployment[] {
    return this.#deployments;
  }

  /** Of one service, oldest first. */
  deploymentsOf(service: string): readonly CompanyDeployment[] {
    return this.#deploymentsOf.get(service) ?? [];
  }

  /** Oldest first. */
  get incidents(): readonly CompanyIncident[] {
    return this.#incidents;
  }

  /** Deploys; the time is now unless told. Returns what was recorded. */
  deploy(
    deployment: Omit<CompanyDeployment, 'id' | 'startedAt'> & {
      startedAt?: string;
    },
  ): CompanyDeployment {
    const recorded: CompanyDeployment = {
      startedAt: this.now().toISOString(),
      ...deployment,
      id: (this.#deployments.at(-1)?.id ?? 0) + 1,
    };
    this.#deployments.push(recorded);
    this.#remember(recorded);
    this.#version += 1;
    return recorded;
  }

  /** Somebody is called. */
  openIncident(
    incident: Pick<CompanyIncident, 'service' | 'title' | 'urgency'>,
  ): CompanyIncident {
    const number = (this.#incidents.at(-1)?.number ?? 0) + 1;
    const opened: CompanyIncident = {
      ...incident,
      number,
      id: `Q${String(number).padStart(4, '0')}`,
      startedAt: this.now().toISOString(),
    };
    this.#incidents.push(opened);
    this.#version += 1;
    return opened;
  }

  /** The incident is over. */
  resolveIncident(id: string): CompanyIncident | undefined {
    const incident = this.#incidents.find(item => item.id === id);
    if (incident && !incident.resolvedAt) {
      incident.resolvedAt = this.now().toISOString();
      this.#version += 1;
    }
    return incident;
  }

  #remember(deployment: CompanyDeployment): void {
    const known = this.#deploymentsOf.get(deployment.service);
    if (known) {
      known.push(deployment);
    } else {
      this.#deploymentsOf.set(deployment.service, [deployment]);
    }
  }
}
