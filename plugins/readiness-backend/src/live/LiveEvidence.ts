import type { Knex } from 'knex';
import { AlertStore } from './AlertStore';
import { DeploymentStore } from './DeploymentStore';
import { IncidentStore } from './IncidentStore';

/** How long things stay on record; milliseconds. */
export interface LiveRetention {
  deploymentsMs: number;
  /** From when they were resolved. */
  alertsMs: number;
  incidentsMs: number;
}

/** The tables of what happens to services. */
export class LiveEvidence {
  readonly deployments: DeploymentStore;
  readonly alerts: AlertStore;
  readonly incidents: IncidentStore;

  constructor(options: { knex: Knex }) {
    this.deployments = new DeploymentStore(options);
    this.alerts = new AlertStore(options);
    this.incidents = new IncidentStore(options);
  }

  /** Removes what is too old. */
  async prune(now: number, retention: LiveRetention): Promise<void> {
    await this.deployments.prune(now - retention.deploymentsMs);
    await this.alerts.prune(now - retention.alertsMs);
    await this.incidents.prune(now - retention.incidentsMs);
  }
}
