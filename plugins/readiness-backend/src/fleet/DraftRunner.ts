import { setImmediate } from 'node:timers/promises';
import { InputError } from '@backstage/errors';
import {
  compileChecklist,
  emptyCounts,
  evaluateScorecard,
  explainScorecard,
  mergeChecklist,
  parseChecklistOverrides,
  type CompiledChecklist,
  type DraftResult,
  type EvaluationInput,
  type RuleError,
} from '@airworthy/plugin-readiness-common';
import type { Knex } from 'knex';
import pLimit from 'p-limit';
import { unpackStatus } from '../checklist/unpackStatus';
import { readFact } from '../collect/factRows';
import { readLink } from '../collect/readLink';
import { inValues, type FactRow, type LinkStateRow } from '../database';
import { readEntity, type StoredEntity } from '../entities/readEntity';
import { groupBy } from '../util/groupBy';
import { fleetQuery, type Fleet } from './fleetQuery';

/** A check that does not count yet, as the API takes it. */
export interface Draft {
  /** The check it would replace. */
  id?: string;
  check: Record<string, unknown>;
}

const BATCH = 500;
const SHOWN_FAILING = 100;
const NEW_CHECK = 'draft';

/**
 * Holds a draft against the fleet. It reads only the facts that the draft reads,
 * one draft at a time, and lets requests through between batches.
 */
export class DraftRunner {
  readonly #knex: Knex;
  readonly #checklist: CompiledChecklist;
  readonly #now: () => number;
  readonly #limit = pLimit(1);

  constructor(options: {
    knex: Knex;
    checklist: CompiledChecklist;
    /** Milliseconds since the epoch. */
    now: () => number;
  }) {
    this.#knex = options.knex;
    this.#checklist = options.checklist;
    this.#now = options.now;
  }

  /** @throws InputError where the draft is broken, naming the key */
  async run(fleet: Fleet, draft: Draft): Promise<DraftResult> {
    const compiled = this.#compile(draft);
    return this.#limit(() => this.#evaluate(fleet, compiled));
  }

  #compile({ id, check }: Draft): CompiledChecklist {
    const { config, registry, sources } = this.#checklist;
    const replaced = id === undefined ? undefined : config.checks[id];
    if (id !== undefined && !replaced) {
      throw new InputError(`There is no check "${id}"`);
    }
    const name = id ?? NEW_CHECK;
    const overrides = parseChecklistOverrides({ checks: { [name]: check } });
    const compiled = compileChecklist(
      mergeChecklist(
        { ...config, checks: replaced ? { [name]: replaced } : {} },
        overrides,
      ),
      { registry, sources },
    );
    const [inactive] = compiled.inactive;
    if (inactive) {
      throw new InputError(
        `No configured source can answer the draft; one of ${inactive.activatedBy.join(
          ', ',
        )} would`,
      );
    }
    return compiled;
  }

  async #evaluate(
    fleet: Fleet,
    compiled: CompiledChecklist,
  ): Promise<DraftResult> {
    const counts = emptyCounts();
    const failing: DraftResult['failing'] = [];
    let ruleError: RuleError | undefined;
    for await (const input of this.#inputs(fleet, compiled)) {
      const { statuses, ruleErrors } = evaluateScorecard(compiled, input);
      const status = unpackStatus(statuses[0]);
      counts[status] += 1;
      ruleError ??= ruleErrors?.[0];
      if (status === 'fail' && failing.length < SHOWN_FAILING) {
        const [explained] = explainScorecard(compiled, input).questions.flatMap(
          question => question.checks,
        );
        failing.push({ ref: input.entity.ref, message: explained.message });
      }
    }
    return {
      counts,
      failing,
      ...(ruleError ? { error: ruleError.message } : {}),
    };
  }

  async *#inputs(
    fleet: Fleet,
    compiled: CompiledChecklist,
  ): AsyncGenerator<EvaluationInput> {
    const now = this.#now();
    const facts = [
      ...new Set(compiled.columns.flatMap(column => column.facts)),
    ];
    let after = '';
    for (;;) {
      const entities = await fleetQuery(this.#knex, fleet)
        .where('e.ref', '>', after)
        .where('s.preview', false)
        .orderBy('e.ref')
        .limit(BATCH)
        .select<StoredEntity[]>(
          'e.id',
          'e.ref',
          'e.kind',
          'e.namespace',
          'e.name',
          'e.title',
          'e.type',
          'e.lifecycle',
          'e.tier',
          'e.owner',
          'e.system',
          'e.domain',
          'e.projection',
        );
      const last = entities.at(-1);
      if (!last) {
        return;
      }
      after = last.ref;
      yield* await this.#load(entities, facts, fleet.environment, now);
      await setImmediate();
    }
  }

  async #load(
    entities: readonly StoredEntity[],
    names: readonly string[],
    environment: string,
    now: number,
  ): Promise<EvaluationInput[]> {
    const ids = entities.map(entity => entity.id);
    const [facts, links] = await Promise.all([
      this.#knex<FactRow>('facts')
        .where(inValues(this.#knex, 'entity_id', ids))
        .where(inValues(this.#knex, 'name', names)),
      this.#knex<LinkStateRow>('link_states').where(
        inValues(this.#knex, 'entity_id', ids),
      ),
    ]);
    const factsById = groupBy(facts, fact => fact.entity_id);
    const linksById = groupBy(links, link => link.entity_id);
    return entities.map(row => {
      const own = linksById.get(row.id) ?? [];
      const bySource = new Map(own.map(link => [link.source, link]));
      return {
        entity: readEntity(row),
        facts: (factsById.get(row.id) ?? []).map(fact =>
          readFact(fact, bySource.get(fact.source)),
        ),
        links: own.map(readLink),
        environment,
        now,
      };
    });
  }
}
