import {
  acceptanceObstacles,
  defaultAxes,
  designCoverage,
  designSteps,
  diffTexts,
  editRecord,
  isReviewOverdue,
  judgeAcceptances,
  lintRecord,
  nextStatuses,
  parseRecord,
  reviewDate,
  statement,
  worstAssumption,
  type AssumptionState,
  type AxisList,
  type DiffQuery,
  type EntityTradeoffs,
  type FleetPage,
  type FleetQuery,
  type RecordDetail,
  type RecordDiff,
  type RecordPage,
  type RecordQuery,
  type RecordRevision,
  type RecordRow,
  type RecordSave,
  type RecordStatus,
  type RecordValidation,
  type RevisionEntry,
  type TradeoffRecord,
  type TradeoffsApi,
} from '@airworthy/plugin-tradeoffs-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import { day, recordFiles, type DevRecord } from './recordFiles';

interface Stored extends DevRecord {
  revision: number;
  history: RecordRevision[];
  parsed?: TradeoffRecord;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const reader = 'user:default/guest';

function ago(milliseconds: number | undefined): string | undefined {
  return milliseconds === undefined
    ? undefined
    : new Date(Date.now() - milliseconds).toISOString();
}

/**
 * The tradeoffs of the invented company, for development and tests: records
 * are parsed by the rules that the back end has, and saves are kept.
 */
export class InMemoryTradeoffsApi implements TradeoffsApi {
  readonly #records = new Map<string, Stored>();

  constructor(files: readonly DevRecord[] = recordFiles) {
    for (const file of files) {
      const parsed = parseRecord({
        file: file.file ?? 'record.md',
        text: file.content,
      }).record;
      this.#records.set(file.id, {
        ...file,
        parsed,
        revision: 2,
        history: [
          {
            revision: 1,
            at: ago(240 * HOUR) ?? '',
            origin: 'git',
            title: parsed?.title ?? 'unparsable',
            status: parsed?.status ?? 'unparsable',
            change: 'indexed',
            content: file.content.replace('Bad, because', 'Bad since'),
          },
        ],
      });
    }
  }

  async listAxes(): Promise<AxisList> {
    return {
      axes: axes(),
      designSteps: designSteps.map(({ id, title }) => ({ id, title })),
    };
  }

  async listRecords(query: RecordQuery = {}): Promise<RecordPage> {
    const rows = this.#rows().filter(row => matches(row, query));
    const limit = query.limit ?? 50;
    const from = Number(query.after ?? 0);
    return {
      items: rows.slice(from, from + limit),
      total: rows.length,
      nextCursor: from + limit < rows.length ? String(from + limit) : undefined,
      counts: {
        status: countBy(rows.map(row => row.status)),
        state: countBy(rows.map(row => row.state)),
      },
    };
  }

  async getRecord(id: string): Promise<RecordDetail> {
    return this.#detail(this.#stored(id));
  }

  async listRevisions(id: string): Promise<{ items: RevisionEntry[] }> {
    return { items: this.#stored(id).history };
  }

  async getRevision(id: string, revision: number): Promise<RecordRevision> {
    const found = this.#stored(id).history.find(
      entry => entry.revision === revision,
    );
    if (!found) {
      throw new NotFoundError(`record ${id} has no revision ${revision}`);
    }
    return found;
  }

  async diffRecord(id: string, query: DiffQuery = {}): Promise<RecordDiff> {
    const record = this.#stored(id);
    const to = {
      id,
      title: this.#row(record).title,
      revision: record.revision,
    };
    if (query.revision !== undefined) {
      const from = await this.getRevision(id, query.revision);
      return {
        from: { ...to, revision: from.revision },
        to,
        hunks: diffTexts(from.content, record.content),
      };
    }
    const other = this.#stored(
      query.against ?? this.#row(record).supersedes?.[0] ?? '',
    );
    return {
      from: {
        id: other.id,
        title: this.#row(other).title,
        revision: other.revision,
      },
      to,
      hunks: diffTexts(other.content, record.content),
    };
  }

  async exportRecord(id: string): Promise<Blob> {
    return new Blob([this.#stored(id).content], { type: 'text/markdown' });
  }

  async getEntityTradeoffs(
    entity: Parameters<TradeoffsApi['getEntityTradeoffs']>[0],
  ): Promise<EntityTradeoffs> {
    const ref =
      typeof entity === 'string' ? entity : stringifyEntityRef(entity);
    const own = [...this.#records.values()].filter(record =>
      record.parsed?.entityRefs.includes(ref),
    );
    const system = own.find(record => record.system)?.system;
    const ofSystem = [...this.#records.values()].filter(
      record => system && record.parsed?.entityRefs.includes(system),
    );
    const all = [...ofSystem, ...own];
    const contradictions: EntityTradeoffs['contradictions'] =
      ref === 'component:default/payments-api'
        ? [
            {
              kind: 'dependency',
              words:
                'checkout-api promises restoration within 1 h in checkout-0004. It depends on payments-api, whose payments-0007 accepts 4 h.',
              recordIds: ['c4', 'r7'],
            },
          ]
        : [];
    const entityAxes = axes().map(({ id, stops }) => {
      const at = (record: Stored) =>
        record.parsed?.tradeoffs.find(tradeoff => tradeoff.axis === id);
      const current = [...own, ...ofSystem].find(
        record => record.parsed?.status === 'accepted' && at(record),
      );
      const tradeoff = current && at(current);
      const before = own.find(
        record =>
          record.parsed?.status === 'superseded' && at(record) !== undefined,
      );
      const was = before && at(before);
      return {
        axis: id,
        current:
          current && tradeoff
            ? {
                recordId: current.id,
                position: tradeoff.position,
                words: stops[tradeoff.position + 2],
                rationale: tradeoff.rationale,
                since: current.parsed?.date,
                from: own.includes(current)
                  ? ('entity' as const)
                  : ('system' as const),
                assumptions: assumptionsOf(current, tradeoff.axis),
              }
            : undefined,
        previous:
          before && was
            ? { recordId: before.id, position: was.position }
            : undefined,
        conflicts: [],
      };
    });
    return {
      ref,
      owner: own[0]?.owner,
      system,
      axes: entityAxes,
      silentAxes: entityAxes
        .filter(axis => !axis.current)
        .map(axis => axis.axis),
      design: this.#coverage(own),
      records: all.map(record => this.#row(record)),
      contradictions,
      acceptances: own.flatMap(record =>
        this.#acceptances(record)
          .filter(acceptance => acceptance.state === 'counts')
          .map(acceptance => ({
            ...acceptance,
            recordId: record.id,
            recordName: this.#row(record).name,
            recordTitle: this.#row(record).title,
          })),
      ),
      canCreate: true,
    };
  }

  async getFleet(query: FleetQuery = {}): Promise<FleetPage> {
    const refs = new Set(
      this.#rows()
        .filter(row => matches(row, query))
        .flatMap(row => row.entityRefs)
        .filter(ref => ref.startsWith('component:')),
    );
    const entities = await Promise.all(
      [...refs].map(async ref => {
        const tradeoffs = await this.getEntityTradeoffs(ref);
        const rows = new Map(tradeoffs.records.map(row => [row.id, row]));
        const positions: FleetPage['entities'][number]['positions'] = {};
        for (const { axis, current } of tradeoffs.axes) {
          if (current) {
            const row = rows.get(current.recordId);
            positions[axis] = {
              position: current.position,
              recordId: current.recordId,
              state: row?.state ?? 'none',
              overdue: row?.review.overdue,
            };
          }
        }
        return {
          ref,
          owner: tradeoffs.owner,
          system: tradeoffs.system,
          state: worstAssumption(
            Object.values(positions).flatMap(({ state }) =>
              state === 'none' ? [] : [state],
            ),
          ),
          positions,
        };
      }),
    );
    return { axes: axes(), entities, total: entities.length };
  }

  async validateRecord({
    content,
  }: {
    content: string;
  }): Promise<RecordValidation> {
    const { record, problems } = parseRecord({
      file: 'record.md',
      text: content,
    });
    if (!record) {
      return { problems };
    }
    return {
      problems: [...problems, ...lintRecord(record, 'record.md')],
      record: {
        name: record.id,
        title: record.title,
        status: record.status,
        format: record.format,
        summary: statement(record, record.entityRefs[0] ?? record.title),
        tradeoffs: [],
      },
    };
  }

  async createRecord(input: {
    entityRef: string;
    content: string;
  }): Promise<RecordDetail> {
    const id = `p${this.#records.size + 1}`;
    this.#records.set(id, {
      id,
      owner: 'group:default/payments-core',
      content: input.content,
      revision: 1,
      history: [],
      parsed: parseRecord({ file: 'record.md', text: input.content }).record,
    });
    return this.getRecord(id);
  }

  async updateRecord(
    id: string,
    input: { content: string; revision: number },
  ): Promise<RecordSave> {
    return this.#store(id, input.revision, 'edited', () => input.content);
  }

  async setRecordStatus(
    id: string,
    input: { status: RecordStatus; revision: number },
  ): Promise<RecordSave> {
    return this.#store(id, input.revision, 'status', content =>
      editRecord(content, {
        edits: [{ path: ['status'], value: input.status }],
      }),
    );
  }

  async reviewRecord(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave> {
    return this.#store(id, input.revision, 'reviewed', content =>
      editRecord(content, {
        edits: [{ path: ['last_reviewed_on'], value: day(0) }],
      }),
    );
  }

  async confirmAcceptances(
    id: string,
    input: { revision: number },
  ): Promise<RecordSave> {
    this.#stored(id).confirmed = true;
    return this.#store(id, input.revision, 'confirmed', content => content);
  }

  async proposeRecord(): Promise<RecordSave<{ url: string }>> {
    return {
      outcome: 'saved',
      result: { url: 'https://git.example.com/payments/pull/7' },
    };
  }

  /** What somebody else does in between. */
  saveAs(id: string, by: string, content: string): void {
    const stored = this.#stored(id);
    this.#store(id, stored.revision, 'edited', () => content, by);
  }

  #store(
    id: string,
    revision: number,
    change: RevisionEntry['change'],
    edit: (content: string) => string,
    by = reader,
  ): RecordSave {
    const stored = this.#stored(id);
    if (stored.revision !== revision) {
      return {
        outcome: 'conflict',
        current: {
          content: stored.content,
          revision: stored.revision,
          by: stored.history[0]?.by,
          at: stored.history[0]?.at,
        },
      };
    }
    stored.content = edit(stored.content);
    stored.parsed = parseRecord({
      file: stored.file ?? 'record.md',
      text: stored.content,
    }).record;
    stored.revision += 1;
    stored.history.unshift({
      revision: stored.revision,
      at: new Date().toISOString(),
      by,
      origin: 'portal',
      title: stored.parsed?.title ?? 'unparsable',
      status: stored.parsed?.status ?? 'unparsable',
      change,
      content: stored.content,
    });
    return { outcome: 'saved', result: this.#detail(stored) };
  }

  #stored(id: string): Stored {
    const record = this.#records.get(id);
    if (!record) {
      throw new NotFoundError(`there is no record ${id}`);
    }
    return record;
  }

  #rows(): RecordRow[] {
    const rank = (row: RecordRow) => (row.state === 'contradicted' ? 0 : 1);
    return [...this.#records.values()]
      .map(record => this.#row(record))
      .sort((a, b) => rank(a) - rank(b));
  }

  #row(stored: Stored): RecordRow {
    const { parsed } = stored;
    const problems = this.#problems(stored);
    const due = parsed && reviewDate(parsed);
    const idOf = (target: string) =>
      [...this.#records.values()].find(other =>
        other.file?.endsWith(`/${target}`),
      )?.id;
    const supersedes = parsed?.links.flatMap(link => {
      const id = link.kind === 'supersedes' ? idOf(link.target) : undefined;
      return id ? [id] : [];
    });
    return {
      id: stored.id,
      name: parsed?.id ?? stored.file?.split('/').pop() ?? stored.id,
      title: parsed?.title ?? 'Cache the catalog',
      status: parsed?.status ?? 'unparsable',
      date: parsed?.date,
      entityRefs: parsed?.entityRefs ?? ['component:default/checkout-api'],
      redactedEntities: 0,
      owner: stored.owner,
      system: stored.system,
      format: parsed?.format ?? 'unknown',
      reversibility: parsed?.reversibility,
      file: stored.file,
      fileUrl: stored.file
        ? `https://git.example.com/payments/blob/main/${stored.file}`
        : undefined,
      line: problems[0]?.line,
      origin: stored.file ? 'git' : 'portal',
      pending: stored.file !== undefined && stored.revision > 2,
      positions: (parsed?.tradeoffs ?? []).map(({ axis, position }) => ({
        axis,
        position,
      })),
      review: {
        due,
        overdue: parsed ? isReviewOverdue(parsed, Date.now()) : false,
      },
      state: worstAssumption(
        assumptionsOf(stored).map(assumption => assumption.state),
      ),
      accepts: parsed?.accepts.length ?? 0,
      acceptedChecks: (parsed?.accepts ?? []).map(({ check }) => check),
      problems: problems.length,
      errors: problems.filter(problem => problem.severity === 'error').length,
      supersedes,
      supersededBy: parsed?.supersededBy && idOf(parsed.supersededBy),
    };
  }

  #detail(stored: Stored): RecordDetail {
    const { parsed } = stored;
    const row = this.#row(stored);
    return {
      ...row,
      content: stored.content,
      revision: stored.revision,
      body: parsed?.body ?? '',
      summary:
        parsed &&
        statement(parsed, row.entityRefs[0]?.split('/').pop() ?? row.name),
      tradeoffs: (parsed?.tradeoffs ?? []).map(tradeoff => ({
        ...tradeoff,
        assumptions: assumptionsOf(stored, tradeoff.axis),
      })),
      acceptances: this.#acceptances(stored),
      design: this.#coverage([stored]),
      problemList: this.#problems(stored),
      links: (parsed?.links ?? []).map(link => ({
        ...link,
        recordId: [...this.#records.values()].find(other =>
          other.file?.endsWith(`/${link.target}`),
        )?.id,
      })),
      decisionMakers: parsed?.decisionMakers ?? [],
      consulted: parsed?.consulted ?? [],
      informed: parsed?.informed ?? [],
      options: parsed?.options ?? [],
      chosenOption: parsed?.chosenOption,
      lastReviewedOn: parsed?.lastReviewedOn,
      reviewIn: parsed?.reviewIn,
      history: stored.history,
      nextStatuses: parsed ? [...nextStatuses(parsed.status)] : [],
      obstacles: parsed ? acceptanceObstacles(parsed) : [],
      editable: true,
      canAccept: true,
      canPropose: row.pending === true,
    };
  }

  #problems({ parsed, file = 'record.md', content }: Stored) {
    const { problems } = parseRecord({ file, text: content });
    return parsed ? [...problems, ...lintRecord(parsed, file)] : problems;
  }

  #acceptances({ parsed, confirmed, ...stored }: Stored) {
    if (!parsed) {
      return [];
    }
    return judgeAcceptances(parsed, {
      now: Date.now(),
      superseded: false,
      contradicted:
        worstAssumption(
          assumptionsOf({ ...stored, parsed }).map(({ state }) => state),
        ) === 'contradicted',
      confirmed: confirmed === true,
    }).map(acceptance => ({
      ...acceptance,
      ...(confirmed && { confirmedBy: reader, confirmedAt: ago(48 * HOUR) }),
    }));
  }

  #coverage(records: Stored[]): RecordDetail['design'] {
    const byName = new Map(
      records.map(record => [record.parsed?.id, record.id]),
    );
    return designCoverage(
      records.flatMap(record => (record.parsed ? [record.parsed] : [])),
    ).map(({ id, title, state, recordId, heading }) => ({
      id,
      title,
      state,
      recordId: byName.get(recordId),
      recordName: recordId,
      heading,
    }));
  }
}

function axes(): AxisList['axes'] {
  return defaultAxes.map(axis => ({
    ...axis,
    poles: [...axis.poles],
    stops: [...axis.stops],
    checks: [...axis.checks],
  }));
}

function assumptionsOf(
  { parsed, facts = {} }: DevRecord & { parsed?: TradeoffRecord },
  axis?: string,
): AssumptionState[] {
  return (parsed?.tradeoffs ?? [])
    .filter(tradeoff => axis === undefined || tradeoff.axis === axis)
    .flatMap(tradeoff => tradeoff.assumptions)
    .map(assumption => {
      const fact = facts[assumption.id];
      return {
        ...assumption,
        claim: assumption.claim ?? assumption.rule,
        state: fact?.state ?? 'unknown',
        entityRef: parsed?.entityRefs[0],
        value: fact?.value,
        source: fact?.source,
        url: fact?.url,
        observedAt:
          fact?.observed === undefined
            ? undefined
            : ago(fact.observed * MINUTE),
        since: fact?.since === undefined ? undefined : ago(fact.since * HOUR),
        reason: fact?.reason,
      };
    });
}

function countBy(values: string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) {
    counts[value] = (counts[value] ?? 0) + 1;
  }
  return counts;
}

function matches(row: RecordRow, query: RecordQuery): boolean {
  const words = [row.title, row.name, ...row.entityRefs].join(' ');
  const has = (
    values: string[] | undefined,
    found: Array<string | undefined>,
  ) => values === undefined || values.some(value => found.includes(value));
  const states = [
    row.state,
    ...(row.status === 'accepted' ? ['in-force'] : []),
    ...(row.status === 'unparsable' ? ['broken'] : []),
    ...(row.review.overdue && row.status === 'accepted' ? ['overdue'] : []),
  ];
  return (
    words.toLocaleLowerCase().includes((query.q ?? '').toLocaleLowerCase()) &&
    has(query.status, [row.status]) &&
    has(query.state, states) &&
    has(query.owner, [row.owner]) &&
    has(query.system, [row.system]) &&
    has(query.entity, row.entityRefs) &&
    has(
      query.axis,
      row.positions.map(position => position.axis),
    ) &&
    (query.scope !== 'mine' || row.owner === 'group:default/payments-core')
  );
}
