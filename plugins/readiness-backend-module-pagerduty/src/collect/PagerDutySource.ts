import type {
  FactRecord,
  Incident,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import {
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  frameOf,
  hashJson,
  type InOwnName,
  LinkKeeper,
  type SourceEntity,
  type UpstreamCall,
  type UpstreamClientOptions,
  upstreamCallOf,
} from '@airworthy/plugin-readiness-node';
import { PagerDutyApi } from '../api/PagerDutyApi';
import type { IncidentAnswer } from '../api/schemas';
import type { AccountConfig } from '../config';
import { onCallFacts } from '../facts/onCallFacts';
import { ALERTS_FACT, receiverFacts } from '../facts/receiverFacts';
import { IncidentReader } from './IncidentReader';
import {
  KEY_ANNOTATION,
  SERVICE_ANNOTATION,
  ServiceIndex,
} from './linkService';
import { OnCallTable } from './OnCallTable';
import { OwnerBook, type OwnerBookData } from './OwnerBook';
import { ServiceReader } from './ServiceReader';

const OWNERS = 'owners';

/** @see PagerDutySource.create */
export type PagerDutySourceOptions = Pick<
  UpstreamClientOptions,
  'logger' | 'retry' | 'breaker'
>;

/**
 * Who is on call for all entities, and what they were called for: services,
 * on-calls and incidents are listed in pages and joined in memory.
 */
export class PagerDutySource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: AccountConfig['schedule'];
  readonly fields = ['spec.profile', 'relations'];
  readonly linkedBy = [SERVICE_ANNOTATION, KEY_ANNOTATION];
  readonly emits = ['incidents'] as const;
  readonly #account: AccountConfig;
  readonly #api: PagerDutyApi;
  readonly #services: ServiceReader;
  readonly #incidents: IncidentReader;
  readonly #links = new LinkKeeper();

  static create(
    account: AccountConfig,
    options: PagerDutySourceOptions = {},
  ): PagerDutySource {
    return new PagerDutySource(account, PagerDutyApi.create(account, options));
  }

  private constructor(account: AccountConfig, api: PagerDutyApi) {
    const { freshness, history, name } = account;
    this.#account = account;
    this.#api = api;
    this.#services = new ServiceReader({ api, resumeWithin: freshness / 2 });
    this.#incidents = new IncidentReader({ api, history });
    this.schedule = account.schedule;
    this.descriptor = {
      id: `pagerduty:${name}`,
      kind: 'pagerduty',
      title: `PagerDuty ${name}`,
      strength: 'observed',
      supplies: [
        'onCall.people',
        'onCall.levels',
        'onCall.emptyLevels',
        'onCall.ownerAgrees',
        ...(account.receivers.size > 0 ? ['alerts.someoneOnCall'] : []),
      ],
    };
  }

  async collect(context: CollectContext): Promise<void> {
    await this.#links.run(context, this.#account.freshness, emit =>
      context.only
        ? this.#collectOne(context, emit)
        : this.#collectAll(context, emit),
    );
  }

  async #collectAll(
    context: CollectContext,
    emit: (evidence: EntityEvidence[]) => Promise<void>,
  ): Promise<void> {
    const call = upstreamCallOf(context);
    const index = new ServiceIndex(await this.#services.read(context, call));
    const owners = new OwnerBook();
    const refsByService = new Map<string, string[]>();
    for await (const entities of context.entities()) {
      for (const entity of entities) {
        owners.add(entity);
        const found = index.find(entity, this.#account.name);
        if ('service' in found) {
          const refs = refsByService.get(found.service.id);
          refsByService.set(found.service.id, [...(refs ?? []), entity.ref]);
        }
      }
    }
    await rememberOwners(context, owners.data);

    // Only of policies that somebody is linked to, or an alert goes to.
    const onCalls = await this.#readOnCalls(
      [...refsByService.keys()],
      index,
      call,
    );
    for await (const entities of context.entities()) {
      context.signal.throwIfAborted();
      await emit(
        await this.#evidenceOf(entities, { index, onCalls, owners }, context),
      );
    }

    const { incidents, remember } = await this.#incidents.read(context, call);
    await context.emitIncidents(
      incidents.flatMap(incident => {
        const refs = refsByService.get(incident.service.id) ?? [];
        return refs.map(ref => toIncident(ref, incident));
      }),
    );
    await remember();
    await this.#services.finish(context);
  }

  /** With the services that the last run saw: who is on call is asked anew. */
  async #collectOne(
    context: CollectContext,
    emit: (evidence: EntityEvidence[]) => Promise<void>,
  ): Promise<void> {
    const call = upstreamCallOf(context);
    const kept = await this.#services.readKept(context);
    const index = new ServiceIndex(
      kept.length > 0 ? kept : await this.#services.read(context, call),
    );
    const owners = new OwnerBook(
      await context.checkpoint.get<OwnerBookData>(OWNERS),
    );
    for await (const entities of context.entities()) {
      const services = entities.flatMap(entity => {
        const found = index.find(entity, this.#account.name);
        return 'service' in found ? [found.service.id] : [];
      });
      const onCalls = await this.#readOnCalls(services, index, call);
      await emit(
        await this.#evidenceOf(entities, { index, onCalls, owners }, context),
      );
    }
  }

  async #readOnCalls(
    services: readonly string[],
    index: ServiceIndex,
    call: UpstreamCall,
  ): Promise<OnCallTable> {
    const ids = [...services, ...this.#account.receivers.values()];
    const policies = new Set(ids.flatMap(id => index.get(id)?.policy ?? []));
    return new OnCallTable(await this.#api.onCalls([...policies].sort(), call));
  }

  async #evidenceOf(
    entities: readonly SourceEntity[],
    known: { index: ServiceIndex; onCalls: OnCallTable; owners: OwnerBook },
    context: CollectContext,
  ): Promise<EntityEvidence[]> {
    const { now } = context;
    const { index, onCalls, owners } = known;
    const { environment, freshness, name, receivers } = this.#account;
    const linked = entities
      .filter(entity => 'service' in index.find(entity, name))
      .map(({ ref }) => ref);
    const alerts =
      receivers.size > 0
        ? await context.statedFacts(ALERTS_FACT, linked)
        : new Map<string, FactRecord[]>();
    const frame = frameOf({
      source: this.descriptor.id,
      environment,
      observed: now,
      freshness,
    });
    return entities.filter(isOwnable).map(entity => {
      const found = index.find(entity, name);
      if ('link' in found) {
        return { entityRef: entity.ref, link: found.link, facts: [] };
      }
      const { service } = found;
      const onCall = onCalls.of(service.policy);
      return {
        entityRef: entity.ref,
        link: { status: 'ok' },
        facts: [
          ...onCallFacts(service, {
            frame,
            onCall,
            owner: owners.agreement(entity.owner, {
              teams: service.teams,
              emails: onCall.emails,
            }),
          }),
          ...receiverFacts(alerts.get(entity.ref) ?? [], {
            frame,
            receivers,
            index,
            onCalls,
            now,
          }),
        ],
      };
    });
  }
}

/** Nobody would link a person or a group to a service. */
function isOwnable({ kind }: SourceEntity): boolean {
  return !['user', 'group'].includes(kind.toLowerCase());
}

async function rememberOwners(
  { checkpoint }: CollectContext,
  data: OwnerBookData,
): Promise<void> {
  const hash = hashJson(data);
  if ((await checkpoint.get<string>(`${OWNERS}:hash`)) !== hash) {
    await checkpoint.set(OWNERS, data);
    await checkpoint.set(`${OWNERS}:hash`, hash);
  }
}

/** How an incident of PagerDuty is told of an entity. */
export function toIncident(
  entityRef: string,
  incident: IncidentAnswer,
): InOwnName<Incident> {
  const { id, title, urgency, status } = incident;
  const resolvedAt =
    incident.resolved_at ??
    (status === 'resolved' ? incident.last_status_change_at : undefined);
  return {
    entityRef,
    key: id,
    title,
    startedAt: new Date(incident.created_at).toISOString(),
    ...(resolvedAt ? { resolvedAt: new Date(resolvedAt).toISOString() } : {}),
    ...(urgency === 'high' || urgency === 'low' ? { urgency } : {}),
    ...(incident.html_url ? { url: incident.html_url } : {}),
  };
}
