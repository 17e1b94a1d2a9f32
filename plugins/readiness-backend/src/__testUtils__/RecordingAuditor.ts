import {
  coreServices,
  createServiceFactory,
  type AuditorService,
  type AuditorServiceEvent,
} from '@backstage/backend-plugin-api';

/** One event as it ended. */
export interface AuditedEvent {
  eventId: string;
  outcome: 'success' | 'fail';
  meta: Record<string, unknown>;
  error?: string;
}

/** Keeps what is told to the auditor. */
export class RecordingAuditor implements AuditorService {
  readonly events: AuditedEvent[] = [];

  async createEvent(
    options: Parameters<AuditorService['createEvent']>[0],
  ): Promise<AuditorServiceEvent> {
    const { eventId, meta = {} } = options;
    return {
      success: async more => {
        this.events.push({
          eventId,
          outcome: 'success',
          meta: { ...meta, ...more?.meta },
        });
      },
      fail: async failure => {
        this.events.push({
          eventId,
          outcome: 'fail',
          meta: { ...meta, ...failure.meta },
          error: failure.error.message,
        });
      },
    };
  }

  /** Those of one kind. */
  of(eventId: string): AuditedEvent[] {
    return this.events.filter(event => event.eventId === eventId);
  }

  factory() {
    return createServiceFactory({
      service: coreServices.auditor,
      deps: {},
      factory: () => this,
    });
  }
}
