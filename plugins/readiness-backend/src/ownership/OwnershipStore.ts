import type { Knex } from 'knex';
import type { OwnershipFindingType } from '@airworthy/plugin-readiness-common';
import {
  deleteRows,
  inValues,
  writeRows,
  type EntityRow,
  type FactRow,
} from '../database';
import { readEntity } from '../entities/readEntity';
import { groupBy } from '../util/groupBy';
import type {
  AuditedConfirmation,
  AuditedDeployment,
  AuditedEntity,
  StatedFact,
} from './OwnershipInput';
import {
  AUDITED_KINDS,
  SEVERITIES,
  type OwnershipAuditRow,
  type OwnershipConfirmationRow,
  type OwnershipFindingRow,
  type OwnershipTransitionRow,
  type OwnershipVerdict,
} from './types';

/** What the audit reads of the facts of an entity. */
const FACTS = [
  'owner.ref',
  'owner.exists',
  'owner.kind',
  'owner.members',
  'owner.contacts',
  'owner.handles',
  'codeowners.owners',
  'codeowners.errors',
  'onCall.people',
  'onCall.teams',
];

/** Deployments of one entity that are looked at. */
const DEPLOYMENTS = 20;

const AUDIT_VALUES = [
  'state',
  'known_since',
  'audited_at',
  'due_at',
  'owner_is_group',
  'has_member',
  'has_contact',
  'confirmed',
  'on_call',
  'suggested_owner',
  'suggested_from',
  'suggested_text',
  'edit_url',
] satisfies Array<keyof OwnershipAuditRow>;

const FINDING_VALUES = [
  'severity',
  'tier',
  'ref',
  'since',
  'text',
  'source',
  'url',
] satisfies Array<keyof OwnershipFindingRow>;

/** Everything that the audit of a batch reads. */
export interface OwnershipBatch {
  /** Those of a kind that is audited and that are in the catalog. */
  entities: AuditedEntity[];
  /** The others of the batch: nothing is found about them any more. */
  gone: number[];
  /** Whether a group or a person is among what was asked for. */
  touchesOwners: boolean;
  facts: Map<number, Map<string, StatedFact>>;
  deployments: Map<number, AuditedDeployment[]>;
  confirmations: Map<number, AuditedConfirmation>;
  /** When owners left the catalog, by reference; milliseconds. */
  ownersGone: Map<string, number>;
  audits: Map<number, OwnershipAuditRow>;
  findings: Map<number, OwnershipFindingRow[]>;
}

/** What became of an audited batch. */
export interface OwnershipResult {
  verdicts: ReadonlyArray<{ entity: AuditedEntity; verdict: OwnershipVerdict }>;
  gone: readonly number[];
}

/**
 * What the ownership audit reads and writes: a few statements for each batch,
 * none for each entity.
 */
export class OwnershipStore {
  readonly #knex: Knex;
  readonly #titleOf: (source: string) => string;

  constructor(options: { knex: Knex; titleOf: (source: string) => string }) {
    this.#knex = options.knex;
    this.#titleOf = options.titleOf;
  }

  /** Entities that were never audited, or that time alone may change. */
  async listDue(now: number): Promise<number[]> {
    const rows = await this.#knex('entities as e')
      .leftJoin('ownership_audits as a', 'a.entity_id', 'e.id')
      .whereNull('e.deleted_at')
      .where(inValues(this.#knex, 'e.kind', AUDITED_KINDS))
      .where(query =>
        query.whereNull('a.entity_id').orWhere('a.due_at', '<=', now),
      )
      .select<Array<{ id: number }>>('e.id');
    return rows.map(row => row.id);
  }

  async load(
    ids: readonly number[],
    environment: string,
  ): Promise<OwnershipBatch> {
    const knex = this.#knex;
    const rows = await knex<EntityRow>('entities')
      .where(inValues(knex, 'id', ids))
      .select();
    const living = rows.filter(
      row => row.deleted_at === null && AUDITED_KINDS.includes(row.kind),
    );
    const known = living.map(row => row.id);
    const related = await this.#ownersOf(living);
    const audits = await knex<OwnershipAuditRow>('ownership_audits')
      .where(inValues(knex, 'entity_id', ids))
      .select();
    const findings = await knex<OwnershipFindingRow>('ownership_findings')
      .where(inValues(knex, 'entity_id', ids))
      .select();
    const present = new Set(known);
    return {
      entities: living.map(row => ({
        entityId: row.id,
        ref: row.ref,
        kind: row.kind,
        tier: row.tier,
        owner: row.owner ?? undefined,
        systemOwner:
          row.system === null
            ? undefined
            : related.systemOwners.get(row.system),
        annotations: readEntity(row).annotations,
      })),
      gone: audits
        .map(row => row.entity_id)
        .filter(entityId => !present.has(entityId)),
      touchesOwners: rows.some(
        row => row.kind === 'group' || row.kind === 'user',
      ),
      facts: await this.#facts(known),
      deployments: await this.#deployments(known, environment),
      confirmations: await this.#confirmations(known),
      ownersGone: related.gone,
      audits: new Map(audits.map(row => [row.entity_id, row])),
      findings: groupBy(findings, row => row.entity_id),
    };
  }

  /** Writes a batch, all of it or nothing. */
  async write(
    batch: OwnershipBatch,
    result: OwnershipResult,
    now: number,
  ): Promise<void> {
    const { verdicts, gone } = result;
    const findings = verdicts.flatMap(({ entity, verdict }) =>
      findingRows(entity, verdict, batch.findings.get(entity.entityId), now),
    );
    const kept = new Set(findings.map(keyOf));
    const audited = new Set([
      ...gone,
      ...verdicts.map(({ entity }) => entity.entityId),
    ]);
    const ended = [...batch.findings.values()]
      .flat()
      .filter(row => audited.has(row.entity_id) && !kept.has(keyOf(row)));
    await this.#knex.transaction(async transaction => {
      await deleteRows<Pick<OwnershipFindingRow, 'entity_id' | 'finding'>>(
        transaction,
        {
          table: 'ownership_findings',
          columns: ['entity_id', 'finding'],
          rows: ended.map(({ entity_id, finding }) => ({ entity_id, finding })),
        },
      );
      await writeRows<OwnershipFindingRow>(transaction, {
        table: 'ownership_findings',
        columns: ['entity_id', 'finding', ...FINDING_VALUES],
        rows: findings,
        conflict: {
          key: ['entity_id', 'finding'],
          update: { columns: FINDING_VALUES },
        },
      });
      await deleteRows<Pick<OwnershipAuditRow, 'entity_id'>>(transaction, {
        table: 'ownership_audits',
        columns: ['entity_id'],
        rows: gone.map(entity_id => ({ entity_id })),
      });
      await writeRows<OwnershipAuditRow>(transaction, {
        table: 'ownership_audits',
        columns: ['entity_id', ...AUDIT_VALUES],
        rows: verdicts.map(({ entity, verdict }) =>
          auditRow(entity, verdict, batch.audits.get(entity.entityId), now),
        ),
        conflict: { key: ['entity_id'], update: { columns: AUDIT_VALUES } },
      });
      await writeRows<Omit<OwnershipTransitionRow, 'id'>>(transaction, {
        table: 'ownership_transitions',
        columns: ['entity_id', 'at', 'from_state', 'to_state'],
        rows: transitionRows(batch, result, now),
      });
    });
  }

  /** Owners of the systems of a batch, and which of its owners are gone. */
  async #ownersOf(rows: readonly EntityRow[]): Promise<{
    systemOwners: Map<string, string>;
    gone: Map<string, number>;
  }> {
    const refs = new Set(
      rows.flatMap(row => [row.system, row.owner].filter(ref => ref !== null)),
    );
    const found = await this.#knex<EntityRow>('entities')
      .where(inValues(this.#knex, 'ref', [...refs]))
      .select('ref', 'owner', 'deleted_at');
    const systemOwners = new Map<string, string>();
    const gone = new Map<string, number>();
    for (const row of found) {
      if (row.deleted_at !== null) {
        gone.set(row.ref, Number(row.deleted_at));
      } else if (row.owner !== null) {
        systemOwners.set(row.ref, row.owner);
      }
    }
    return { systemOwners, gone };
  }

  async #facts(
    ids: readonly number[],
  ): Promise<Map<number, Map<string, StatedFact>>> {
    const rows = await this.#knex<FactRow>('facts')
      .where(inValues(this.#knex, 'entity_id', ids))
      .where(inValues(this.#knex, 'name', FACTS))
      .where({ member: '' })
      .whereNotNull('value')
      // Of several sources the same one speaks every time.
      .orderBy(['entity_id', 'name', 'source', 'environment'])
      .select('entity_id', 'name', 'source', 'value', 'origins');
    const facts = new Map<number, Map<string, StatedFact>>();
    for (const row of rows) {
      const own = facts.get(row.entity_id) ?? new Map<string, StatedFact>();
      facts.set(row.entity_id, own);
      if (!own.has(row.name) && row.value !== null) {
        const origins: Record<string, { url?: string } | undefined> =
          row.origins === null ? {} : JSON.parse(row.origins);
        own.set(row.name, {
          value: JSON.parse(row.value),
          source: this.#titleOf(row.source),
          url: origins['']?.url,
        });
      }
    }
    return facts;
  }

  async #deployments(
    ids: readonly number[],
    environment: string,
  ): Promise<Map<number, AuditedDeployment[]>> {
    const knex = this.#knex;
    const ranked = knex('deployments')
      .where(inValues(knex, 'entity_id', ids))
      .where({ environment, result: 'succeeded' })
      .whereNotNull('deployed_by')
      .select(
        'entity_id',
        'deployed_by',
        'at',
        knex.raw(
          'row_number() over (partition by entity_id order by at desc, source, ??) as place',
          ['key'],
        ),
      );
    const rows: Array<{
      entity_id: number;
      deployed_by: string;
      at: number | string;
    }> = await knex
      .from(ranked.as('d'))
      .where('place', '<=', DEPLOYMENTS)
      .orderBy(['entity_id', 'place'])
      .select('entity_id', 'deployed_by', 'at');
    return groupBy(
      rows.map(row => ({
        entityId: row.entity_id,
        deployedBy: row.deployed_by,
        at: Number(row.at),
      })),
      row => row.entityId,
    );
  }

  async #confirmations(
    ids: readonly number[],
  ): Promise<Map<number, AuditedConfirmation>> {
    const knex = this.#knex;
    const latest = knex('ownership_confirmations')
      .where(inValues(knex, 'entity_id', ids))
      .groupBy('entity_id')
      .max({ id: 'id' });
    const rows = await knex<OwnershipConfirmationRow>('ownership_confirmations')
      .whereIn('id', latest)
      .select();
    return new Map(
      rows.map(row => [
        row.entity_id,
        {
          owner: row.owner,
          until: Number(row.until),
          confirmedBy: row.confirmed_by,
          confirmedAt: Number(row.confirmed_at),
        },
      ]),
    );
  }
}

function keyOf(
  row: Pick<OwnershipFindingRow, 'entity_id' | 'finding'>,
): string {
  return `${row.entity_id} ${row.finding}`;
}

function findingRows(
  entity: AuditedEntity,
  verdict: OwnershipVerdict,
  before: readonly OwnershipFindingRow[] = [],
  now: number,
): OwnershipFindingRow[] {
  const since = new Map<OwnershipFindingType | string, number>(
    before.map(row => [row.finding, Number(row.since)]),
  );
  return verdict.findings.map(found => ({
    entity_id: entity.entityId,
    finding: found.finding,
    severity: SEVERITIES.indexOf(found.severity) + 1,
    tier: entity.tier,
    ref: entity.ref,
    since: since.get(found.finding) ?? now,
    text: found.text,
    source: found.source,
    url: found.url ?? null,
  }));
}

function auditRow(
  entity: AuditedEntity,
  verdict: OwnershipVerdict,
  before: OwnershipAuditRow | undefined,
  now: number,
): OwnershipAuditRow {
  const { suggestion } = verdict;
  return {
    entity_id: entity.entityId,
    state: verdict.state,
    known_since: before ? Number(before.known_since) : now,
    audited_at: now,
    due_at: verdict.dueAt,
    owner_is_group: verdict.ownerIsGroup,
    has_member: verdict.hasMember,
    has_contact: verdict.hasContact,
    confirmed: verdict.confirmed,
    on_call: verdict.onCall ?? null,
    suggested_owner: suggestion?.owner ?? null,
    suggested_from: suggestion?.from ?? null,
    suggested_text: suggestion?.text ?? null,
    edit_url: verdict.editUrl ?? null,
  };
}

function transitionRows(
  batch: OwnershipBatch,
  { verdicts, gone }: OwnershipResult,
  now: number,
): Array<Omit<OwnershipTransitionRow, 'id'>> {
  return [
    ...verdicts.map(({ entity, verdict }) => ({
      entity_id: entity.entityId,
      at: now,
      from_state: batch.audits.get(entity.entityId)?.state ?? null,
      to_state: verdict.state as string | null,
    })),
    ...gone.map(entityId => ({
      entity_id: entityId,
      at: now,
      from_state: batch.audits.get(entityId)?.state ?? null,
      to_state: null,
    })),
  ].filter(row => row.from_state !== row.to_state);
}
