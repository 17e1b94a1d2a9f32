import { NotFoundError } from '@backstage/errors';
import {
  brokenPromises,
  designCoverage,
  parseRecord,
  recordContradictions,
  type ContradictionFinding,
  type EntityAxis,
  type EntityTradeoffs,
  type RecordRow,
  type TradeoffAxis,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import type { Knex } from 'knex';
import { readProjection } from '../catalog/CatalogCopy';
import { inValues, type AssumptionRow, type EntityRow } from '../database';
import {
  describeAcceptances,
  describeTradeoffs,
} from '../records/describeRecord';
import type { FoundRecord, RecordStore } from '../records/RecordStore';
import { narrowToCatalog, type Scope } from './recordQuery';
import type { RecordRows } from './RecordRows';
import { wordsOf } from './toAxis';

/** How far dependencies are followed. */
const MAX_STEPS = 3;
/** Entities that are looked at on the way. */
const MAX_RELATED = 500;

/** A record with what it says. */
interface ReadRecord {
  row: RecordRow;
  found: FoundRecord;
  /** As it counts; absent where the text cannot be read. */
  record: TradeoffRecord | undefined;
}

/** What one entity decided, axis by axis, and what does not go together. */
export class EntityView {
  readonly #options: {
    knex: Knex;
    store: RecordStore;
    rows: RecordRows;
    axes: readonly TradeoffAxis[];
    now: () => number;
  };

  constructor(options: {
    knex: Knex;
    store: RecordStore;
    rows: RecordRows;
    axes: readonly TradeoffAxis[];
    now: () => number;
  }) {
    this.#options = options;
  }

  /** @throws NotFoundError where the reader sees no such entity */
  async read(
    scope: Scope,
    ref: string,
  ): Promise<Omit<EntityTradeoffs, 'canCreate'>> {
    const { knex, store, axes, now } = this.#options;
    const at = now();
    const query = knex<EntityRow>('entities as e')
      .whereNull('e.deleted_at')
      .where('e.ref', ref);
    narrowToCatalog(knex, query, scope);
    const entity = await query.first<EntityRow | undefined>('e.*');
    if (!entity) {
      throw new NotFoundError(`There is no ${ref}`);
    }
    const own = await this.#read(scope, [ref]);
    const system =
      entity.system === null
        ? []
        : (await this.#read(scope, [entity.system])).filter(
            ({ row }) => !own.some(other => other.row.id === row.id),
          );
    const all = [...own, ...system].sort(byDate);
    const ids = all.map(({ row }) => row.id);
    const [assumptions, confirmations, promises] = await Promise.all([
      store.assumptions(ids),
      store.confirmations(ids),
      this.#promises(scope, entity, own),
    ]);
    const contradictions = [
      ...pairContradictions(own, system, axes),
      ...promises,
    ];
    const current = axesOf(all, axes).map(axis =>
      describeAxis({ axis, own, system, axes, assumptions, contradictions }),
    );
    const inForce = all.filter(({ found }) => Boolean(found.in_force));
    return {
      ref: entity.ref,
      ...(entity.title !== null && { title: entity.title }),
      ...(entity.owner !== null && { owner: entity.owner }),
      ...(entity.system !== null && { system: entity.system }),
      axes: current,
      silentAxes: current
        .filter(axis => axis.current === undefined)
        .map(({ axis }) => axis),
      design: designCoverage(
        inForce.flatMap(({ record, row }) =>
          record ? [{ ...record, id: row.id }] : [],
        ),
      ).map(step => {
        const covering = all.find(({ row }) => row.id === step.recordId);
        return covering ? { ...step, recordName: covering.row.name } : step;
      }),
      records: all.map(({ row }) => row),
      contradictions,
      acceptances: own
        .flatMap(({ found, record, row }) =>
          record
            ? describeAcceptances(record, {
                found,
                confirmations,
                now: at,
              }).map(acceptance => ({
                ...acceptance,
                recordId: row.id,
                recordName: row.name,
                recordTitle: row.title,
              }))
            : [],
        )
        .sort((a, b) => ((a.until ?? '') < (b.until ?? '') ? -1 : 1)),
    };
  }

  async #read(scope: Scope, refs: readonly string[]): Promise<ReadRecord[]> {
    const { store, rows, now } = this.#options;
    const found = await store.ofEntities(scope, refs, now());
    const built = await rows.build(found, scope, now());
    return found.map((record, index) => ({
      row: built[index],
      found: record,
      record: parseRecord({
        file: record.file ?? `${record.name}.md`,
        text: record.content,
      }).record,
    }));
  }

  /** Promises that a dependency, near or far, does not keep; both ways round. */
  async #promises(
    scope: Scope,
    entity: EntityRow,
    own: readonly ReadRecord[],
  ): Promise<ContradictionFinding[]> {
    const measured = own.filter(isMeasured);
    if (measured.length === 0) {
      return [];
    }
    const [dependencies, dependents] = await Promise.all([
      this.#related(scope, entity, 'dependsOn'),
      this.#related(scope, entity, 'dependencyOf'),
    ]);
    const [below, above] = await Promise.all([
      this.#read(scope, dependencies),
      this.#read(scope, dependents),
    ]);
    return [
      ...describePromises(measured, below.filter(isMeasured)),
      ...describePromises(above.filter(isMeasured), measured),
    ];
  }

  async #related(
    scope: Scope,
    entity: EntityRow,
    relation: 'dependsOn' | 'dependencyOf',
  ): Promise<string[]> {
    const { knex } = this.#options;
    const seen = new Set([entity.ref]);
    let next = readProjection(entity.projection)[relation];
    for (let step = 0; step < MAX_STEPS && next.length > 0; step += 1) {
      const query = knex<EntityRow>('entities as e')
        .whereNull('e.deleted_at')
        .where(
          inValues(
            knex,
            'e.ref',
            next.filter(ref => !seen.has(ref)).slice(0, MAX_RELATED),
          ),
        );
      narrowToCatalog(knex, query, scope);
      const rows: Array<Pick<EntityRow, 'ref' | 'projection'>> =
        await query.select('e.ref', 'e.projection');
      rows.forEach(({ ref }) => seen.add(ref));
      next =
        seen.size > MAX_RELATED
          ? []
          : rows.flatMap(row => readProjection(row.projection)[relation]);
    }
    seen.delete(entity.ref);
    return [...seen];
  }
}

function isMeasured({ found, record }: ReadRecord): boolean {
  return (
    Boolean(found.in_force) &&
    (record?.tradeoffs ?? []).some(
      tradeoff => tradeoff.scenario?.responseMeasure !== undefined,
    )
  );
}

/** Records under the ids of their rows, so that what is found names them. */
function identified(records: readonly ReadRecord[]): TradeoffRecord[] {
  return records.flatMap(({ record, row, found }) =>
    record && Boolean(found.in_force) ? [{ ...record, id: row.id }] : [],
  );
}

function describePromises(
  promising: readonly ReadRecord[],
  accepting: readonly ReadRecord[],
): ContradictionFinding[] {
  const nameOf = new Map(
    [...promising, ...accepting].map(({ row }) => [row.id, row]),
  );
  return brokenPromises({
    own: identified(promising),
    dependencies: identified(accepting),
  }).map(({ recordId, otherId, promise, accepts }) => ({
    kind: 'dependency' as const,
    words: `${ownerOf(nameOf.get(recordId))} promises ${promise} in ${
      nameOf.get(recordId)?.name
    }. It depends on ${ownerOf(nameOf.get(otherId))}, whose ${
      nameOf.get(otherId)?.name
    } accepts ${accepts}.`,
    recordIds: [recordId, otherId],
  }));
}

function ownerOf(row: RecordRow | undefined): string {
  return row?.entityRefs[0]?.split('/').pop() ?? 'another entity';
}

function pairContradictions(
  own: readonly ReadRecord[],
  system: readonly ReadRecord[],
  axes: readonly TradeoffAxis[],
): ContradictionFinding[] {
  const names = new Map([...own, ...system].map(({ row }) => [row.id, row]));
  // Links speak of records by their names, so they are compared by names.
  const named = (records: readonly ReadRecord[]) =>
    records.flatMap(({ record, found }) =>
      record && Boolean(found.in_force) ? [record] : [],
    );
  const idOf = new Map(
    [...own, ...system].map(({ record, row }) => [record?.id, row.id]),
  );
  return recordContradictions({
    own: named(own),
    system: named(system),
  }).flatMap(({ kind, axis, recordId, otherId }) => {
    const first = names.get(idOf.get(recordId) ?? '');
    const second = names.get(idOf.get(otherId) ?? '');
    if (!first || !second || supersedes(first, second)) {
      return [];
    }
    const title = axes.find(({ id }) => id === axis)?.title ?? axis;
    return [
      {
        kind,
        axis,
        words:
          kind === 'same-axis'
            ? `${first.name} and ${
                second.name
              } both decide ${title.toLocaleLowerCase(
                'en-US',
              )}, and neither supersedes the other.`
            : `${first.name} differs from ${
                second.name
              } of the system on ${title.toLocaleLowerCase(
                'en-US',
              )} without naming it.`,
        recordIds: [first.id, second.id],
      },
    ];
  });
}

function supersedes(first: RecordRow, second: RecordRow): boolean {
  return (
    (first.supersedes ?? []).includes(second.id) ||
    (second.supersedes ?? []).includes(first.id)
  );
}

/** The known axes, and those that only a record knows. */
function axesOf(
  records: readonly ReadRecord[],
  axes: readonly TradeoffAxis[],
): string[] {
  return [
    ...new Set([
      ...axes.map(({ id }) => id),
      ...records.flatMap(({ row }) => row.positions.map(({ axis }) => axis)),
    ]),
  ];
}

function describeAxis(input: {
  axis: string;
  own: readonly ReadRecord[];
  system: readonly ReadRecord[];
  axes: readonly TradeoffAxis[];
  assumptions: readonly AssumptionRow[];
  contradictions: readonly ContradictionFinding[];
}): EntityAxis {
  const { axis, own, system, axes, contradictions } = input;
  const positioned = (records: readonly ReadRecord[]) =>
    records
      .filter(({ row }) => row.positions.some(entry => entry.axis === axis))
      .sort(byDate);
  const newest = (records: readonly ReadRecord[]) =>
    positioned(records)
      .filter(({ found }) => Boolean(found.in_force))
      .pop();
  const current = newest(own) ?? newest(system);
  const previous =
    current && previousOf(current, positioned(own), positioned(system));
  const tradeoff = current?.record
    ? describeTradeoffs(current.record, axes, {
        assumptions: input.assumptions.filter(
          row => row.record_id === current.row.id,
        ),
        refs: current.row.entityRefs,
      }).find(entry => entry.axis === axis)
    : undefined;
  const position = current && positionOn(current, axis);
  const before = previous && positionOn(previous, axis);
  return {
    axis,
    ...(current &&
      position !== undefined && {
        current: {
          recordId: current.row.id,
          position,
          words: wordsOf(axes, axis, position),
          ...(tradeoff?.rationale && { rationale: tradeoff.rationale }),
          ...(current.row.date && { since: current.row.date }),
          from: own.includes(current)
            ? ('entity' as const)
            : ('system' as const),
          ...(tradeoff &&
            tradeoff.assumptions.length > 0 && {
              assumptions: tradeoff.assumptions,
            }),
        },
      }),
    ...(previous &&
      before !== undefined && {
        previous: { recordId: previous.row.id, position: before },
      }),
    conflicts: contradictions.filter(finding => finding.axis === axis),
  };
}

/** What the current one superseded, else the last that was in force before. */
function previousOf(
  current: ReadRecord,
  own: readonly ReadRecord[],
  system: readonly ReadRecord[],
): ReadRecord | undefined {
  const others = [...own, ...system].filter(other => other !== current);
  return (
    others.find(other =>
      (current.row.supersedes ?? []).includes(other.row.id),
    ) ??
    others
      .filter(({ row }) => ['superseded', 'deprecated'].includes(row.status))
      .sort(byDate)
      .pop()
  );
}

function positionOn({ row }: ReadRecord, axis: string): number | undefined {
  return row.positions.find(entry => entry.axis === axis)?.position;
}

/** The oldest first; what has no date stands where it was first seen. */
function byDate(a: ReadRecord, b: ReadRecord): number {
  const dateOf = ({ row, found }: ReadRecord) =>
    row.date ?? new Date(Number(found.created_at)).toISOString().slice(0, 10);
  if (dateOf(a) !== dateOf(b)) {
    return dateOf(a) < dateOf(b) ? -1 : 1;
  }
  return a.row.id < b.row.id ? -1 : 1;
}
