import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  FactRecord,
  SourceDescriptor,
} from '@airworthy/plugin-readiness-common';
import {
  convertValue,
  resolveJsonPointer,
  type CollectContext,
  type EntityEvidence,
  type EvidenceSource,
  type SourceEntity,
  type UrlFact,
} from '@airworthy/plugin-readiness-node';
import pLimit from 'p-limit';
import type { AllowedHosts } from './AllowedHosts';
import { expandUrl } from './expandUrl';
import { getGuardedJson } from './getGuardedJson';

const SOURCE_ID = 'url';

/** How long an answer counts when nothing answers any more. */
const FRESHNESS_MS = 24 * 60 * 60 * 1000;

/** Requests at a time. */
const CONCURRENCY = 8;

/** @see UrlSource */
export interface UrlSourceOptions {
  facts: readonly UrlFact[];
  hosts: AllowedHosts;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Reads the JSON at a URL. */
  getJson?: typeof getGuardedJson;
}

/** What one URL answered in this run. */
type Answer = { json: JsonValue } | { missing: string } | { failure: string };

/**
 * Facts of config that are values in the JSON at URLs. Each URL is asked once
 * in a run, however many entities or facts it serves.
 */
export class UrlSource implements EvidenceSource {
  readonly descriptor: SourceDescriptor;
  readonly schedule: SchedulerServiceTaskScheduleDefinition;
  readonly fields = ['metadata.annotations'];
  readonly #options: UrlSourceOptions;

  constructor(options: UrlSourceOptions) {
    this.#options = options;
    this.schedule = options.schedule;
    this.descriptor = {
      id: SOURCE_ID,
      kind: 'url',
      title: 'URLs',
      strength: 'observed',
      supplies: options.facts.map(fact => fact.name),
    };
  }

  async collect(context: CollectContext): Promise<void> {
    const limit = pLimit(CONCURRENCY);
    const answers = new Map<string, Promise<Answer>>();
    const ask = (url: URL): Promise<Answer> => {
      const known = answers.get(url.href);
      if (known) {
        return known;
      }
      const asked = limit(() => this.#ask(url, context));
      answers.set(url.href, asked);
      return asked;
    };
    for await (const batch of context.entities()) {
      context.signal.throwIfAborted();
      const evidence = await Promise.all(
        batch
          .filter(entity => entity.kind === 'component')
          .map(entity => this.#collectOne(entity, context, ask)),
      );
      await context.emit(evidence.filter(item => item !== undefined));
    }
  }

  /** Undefined where an upstream fails: what is known stays, and ages. */
  async #collectOne(
    entity: SourceEntity,
    context: CollectContext,
    ask: (url: URL) => Promise<Answer>,
  ): Promise<EntityEvidence | undefined> {
    const facts: FactRecord[] = [];
    for (const fact of this.#options.facts) {
      const expanded = expandUrl(fact.url, entity);
      const answer = 'url' in expanded ? await ask(expanded.url) : expanded;
      if ('failure' in answer) {
        context.reportError({
          message: `${fact.name}: ${answer.failure}`,
          entityRef: entity.ref,
        });
        return undefined;
      }
      facts.push({
        name: fact.name,
        member: '',
        environment: '',
        source: SOURCE_ID,
        strength: 'observed',
        observedAt: new Date(context.now).toISOString(),
        expiresAt: new Date(context.now + FRESHNESS_MS).toISOString(),
        ...('json' in answer ? readAnswer(answer.json, fact) : answer),
        ...('url' in expanded
          ? { origins: { '': { url: withoutQuery(expanded.url) } } }
          : {}),
      });
    }
    return { entityRef: entity.ref, link: { status: 'ok' }, facts };
  }

  async #ask(url: URL, context: CollectContext): Promise<Answer> {
    const refusal = this.#options.hosts.refusal(url);
    if (refusal) {
      return { missing: refusal };
    }
    const { getJson = getGuardedJson } = this.#options;
    context.countCall();
    try {
      return { json: await getJson(url, { signal: context.signal }) };
    } catch (error) {
      context.signal.throwIfAborted();
      return error instanceof Error && error.name === 'NotFoundError'
        ? { missing: error.message }
        : { failure: stringifyError(error) };
    }
  }
}

function readAnswer(
  json: JsonValue,
  fact: UrlFact,
): Pick<FactRecord, 'value' | 'missing'> {
  const value = resolveJsonPointer(json, fact.pointer);
  if (value === undefined || value === null) {
    return { missing: `the answer has nothing at ${fact.pointer}` };
  }
  const converted = convertValue(fact.type, value);
  return 'refusal' in converted
    ? { missing: `${fact.pointer} ${converted.refusal}` }
    : converted;
}

/** A query may hold a key that only the back end should know. */
function withoutQuery(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
