/** Somebody of the company. */
export interface CompanyPerson {
  /** As the catalog names the user, such as `mei.tanaka`. */
  name: string;
  displayName: string;
  email: string;
  /** Of GitHub. */
  login: string;
}

/** How a team answers for what it owns. */
export type OnCallCover =
  /** Two levels, somebody on both. */
  | 'full'
  /** One level, somebody on it. */
  | 'one-level'
  /** The levels are there, nobody is on them now. */
  | 'empty'
  /** The team has no escalation policy. */
  | 'none';

/** A team of the company. */
export interface CompanyTeam {
  /** As the catalog names the group, such as `payments-core`. */
  name: string;
  title: string;
  /** Names of people. */
  members: string[];
  onCall: OnCallCover;
}

/** What a service runs as in its cluster. */
export interface CompanyWorkload {
  kind: 'Deployment' | 'StatefulSet' | 'Rollout' | 'CronJob';
  /** Unique in its namespace. */
  name: string;
  /** Asked for, in the cluster. */
  replicas: number;
  /** Ready now; `replicas` unless told. */
  running?: number;
  /** Lower bound of its autoscaler; none unless told. */
  minReplicas?: number;
  maxReplicas?: number;
  /** How much of what a careful team sets is set. */
  care: 'exemplary' | 'plain' | 'bare';
  /** Minutes between runs of a CronJob since the last success; it runs well unless told. */
  lastSuccessMinutesAgo?: number;
}

/** What is odd about a service just now; each state shows on a page. */
export type ServiceState =
  /** The newest rollout in production does not become ready. */
  | 'failing-rollout'
  /** The newest deployment in production went back to an older version. */
  | 'rolled-back'
  /** Containers were killed for memory lately. */
  | 'out-of-memory'
  /** The cluster differs from what Git declares. */
  | 'out-of-sync'
  | 'alert-firing'
  | 'alert-silenced'
  /** Its alerts reach a receiver with nobody behind it. */
  | 'alert-routed-to-nobody'
  | 'alert-without-runbook'
  /** The Git host found a secret in the repository. */
  | 'secret-leaked'
  /** The Git host found a vulnerable dependency. */
  | 'vulnerable'
  /** CODEOWNERS names somebody who does not exist. */
  | 'codeowners-broken'
  /** The default branch takes pushes without review. */
  | 'branch-unprotected'
  /** Its service in the pager is disabled. */
  | 'pager-disabled'
  /** An incident is open. */
  | 'incident-open'
  /** Its links name what the upstreams do not have. */
  | 'link-not-found';

/** A service as its company's systems know it. */
export interface CompanyService {
  /** Such as `component:default/payments-api`. */
  entityRef: string;
  name: string;
  /** Name of the team that owns it. */
  team: string;
  tier?: number;
  lifecycle: 'production' | 'experimental' | 'deprecated';
  /** Where its source is, if the Git host has it. */
  repository?: {
    /** `owner/name` */
    slug: string;
    /** Its folder, where the repository holds several services. */
    path?: string;
  };
  /** What deploys it. */
  delivery?: 'github' | 'argocd';
  /** Where it runs; not in a cluster unless told. */
  runtime?: {
    cluster: string;
    namespace: string;
    workloads: CompanyWorkload[];
  };
  /** Name of its Argo CD application. */
  application?: string;
  /** Id of its service in PagerDuty. */
  pagerService?: string;
  states: ServiceState[];
}

/** One deployment. All systems tell of the same ones. */
export interface CompanyDeployment {
  /** Counts up in the company. */
  id: number;
  /** Name of the service. */
  service: string;
  environment: string;
  version: string;
  commit: { sha: string; message: string; committedAt: string };
  /** Login of who deployed. */
  deployedBy: string;
  startedAt: string;
  /** Absent while in progress. */
  finishedAt?: string;
  result: 'succeeded' | 'failed' | 'in-progress';
  rollback: boolean;
  via: 'github' | 'argocd';
}

/** Somebody was called. */
export interface CompanyIncident {
  /** Such as `Q0001`. */
  id: string;
  number: number;
  service: string;
  title: string;
  startedAt: string;
  acknowledgedAt?: string;
  resolvedAt?: string;
  urgency: 'high' | 'low';
}

/** A Kubernetes cluster. */
export interface CompanyCluster {
  name: string;
  environment: string;
  /** Availability zones of its nodes. */
  zones: string[];
}

/** Secrets that the stand-ins accept. All are made up. */
export interface CompanyTokens {
  github: string;
  kubernetes: string;
  argocd: string;
  pagerduty: string;
  /** Signs webhooks. */
  webhooks: string;
}

/** A number that a service exposes to Prometheus. */
export interface CompanyGauge {
  service: string;
  name: string;
  labels?: Record<string, string>;
  value: number;
}

/** A level of service that is promised, as Sloth records it. */
export interface CompanyObjective {
  service: string;
  name: string;
  /** A ratio, such as 0.999. */
  objective: number;
  /** Share of requests that failed in 30 days: a ratio. */
  errorRatio: number;
}

/** An alerting rule that stands in no repository. */
export interface CompanyAlertRule {
  alert: string;
  expr: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
}

/** Where the alerts of some services go. */
export interface CompanyAlertRoute {
  /** Name of the receiver. */
  receiver: string;
  services: string[];
}

/** Somebody asked for quiet. */
export interface CompanySilence {
  service: string;
  alert: string;
  createdBy: string;
  comment: string;
  /** How long from the start of the company on. */
  hours: number;
}

/** What Prometheus and Alertmanager are told of a company. */
export interface CompanyMonitoring {
  gauges: CompanyGauge[];
  objectives: CompanyObjective[];
  rules: CompanyAlertRule[];
  routes: CompanyAlertRoute[];
  silences: CompanySilence[];
}

/** What a company is made of; see {@link Company}. */
export interface CompanySeed {
  /** Owner of all repositories at the Git host. */
  organisation: string;
  services: CompanyService[];
  teams: CompanyTeam[];
  people: CompanyPerson[];
  clusters: CompanyCluster[];
  deployments: CompanyDeployment[];
  incidents: CompanyIncident[];
  monitoring: CompanyMonitoring;
}
