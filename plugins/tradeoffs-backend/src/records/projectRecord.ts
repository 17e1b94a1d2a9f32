import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { hashJson } from '@airworthy/plugin-readiness-node';
import {
  checkAcceptances,
  endOfDay,
  MAX_RECORD_LENGTH,
  recordMeaning,
  reviewDate,
  spanMilliseconds,
  type RecordProblem,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import type {
  AssumptionRow,
  RecordAcceptRow,
  RecordEntityRow,
  RecordPositionRow,
  RecordRowStored,
} from '../database';

/** The status of a file that could not be read. */
export const UNPARSABLE = 'unparsable';

/** Problems of one record that are kept; the count tells of the others. */
const MAX_PROBLEMS = 200;
/** Entities that one record may name; more is nobody's decision. */
const MAX_ENTITIES = 50;

/** What a text says, as it is stored: everything but its id and its life. */
export interface ProjectedRecord {
  columns: Pick<
    RecordRowStored,
    | 'name'
    | 'title'
    | 'status'
    | 'format'
    | 'date'
    | 'reversibility'
    | 'decision_makers'
    | 'content'
    | 'truncated'
    | 'review_due'
    | 'review_at'
    | 'links'
    | 'problems'
    | 'problem_count'
    | 'error_count'
    | 'line'
    | 'meaning'
    | 'search'
  >;
  entities: Array<Omit<RecordEntityRow, 'record_id'>>;
  positions: Array<Omit<RecordPositionRow, 'record_id'>>;
  accepts: Array<Omit<RecordAcceptRow, 'record_id'>>;
  assumptions: Array<
    Pick<AssumptionRow, 'ref' | 'assumption_id' | 'rule'> & { for_ms: number }
  >;
}

/** @see projectRecord */
export interface ProjectRecordInput {
  file: string;
  text: string;
  /** Absent where the text could not be parsed. */
  record: TradeoffRecord | undefined;
  problems: readonly RecordProblem[];
  /** Whose it is where it names nobody. */
  entityRefs: readonly string[];
  /** The file is larger than what is kept. */
  truncated?: boolean;
}

/** Turns what a text says into what is stored of it. */
export function projectRecord(input: ProjectRecordInput): ProjectedRecord {
  const { file, record, problems } = input;
  const named = [...new Set((record?.entityRefs ?? []).flatMap(entityRefOf))];
  const refs = (named.length > 0 ? named : [...input.entityRefs]).slice(
    0,
    MAX_ENTITIES,
  );
  const name = record?.id ?? baseName(file);
  const title = record?.title ?? titleOfBroken(input.text) ?? baseName(file);
  const due = record && reviewDate(record);
  const makers = (record?.decisionMakers ?? []).flatMap(entityRefOf);
  return {
    columns: {
      name,
      title,
      status: record?.status ?? UNPARSABLE,
      format: record?.format ?? 'unknown',
      date: record?.date ?? null,
      reversibility: record?.reversibility ?? null,
      decision_makers: `|${makers.map(maker => `${maker}|`).join('')}`,
      content: input.text.slice(0, MAX_RECORD_LENGTH),
      truncated: input.truncated ?? input.text.length > MAX_RECORD_LENGTH,
      review_due: due ?? null,
      review_at: due === undefined ? null : endOfDay(due),
      links: JSON.stringify(linksOf(record)),
      problems: JSON.stringify(problems.slice(0, MAX_PROBLEMS)),
      problem_count: problems.length,
      error_count: problems.filter(({ severity }) => severity === 'error')
        .length,
      line: problems[0]?.line ?? null,
      meaning: record ? hashJson(recordMeaning(record)) : '',
      search: `${name} ${title}`.toLocaleLowerCase('en-US'),
    },
    entities: refs.map((ref, position) => ({ position, ref })),
    positions: positionsOf(record),
    accepts: acceptsOf(record),
    assumptions: refs.flatMap(ref => assumptionsOf(record, ref)),
  };
}

/** What a record says of others, the one in its status included. */
export interface StoredLink {
  kind: string;
  target: string;
}

function linksOf(record: TradeoffRecord | undefined): StoredLink[] {
  if (!record) {
    return [];
  }
  return [
    ...record.links,
    ...(record.supersededBy
      ? [{ kind: 'superseded-by', target: record.supersededBy }]
      : []),
  ];
}

function positionsOf(record: TradeoffRecord | undefined) {
  const positions = new Map(
    (record?.tradeoffs ?? []).map(({ axis, position }) => [axis, position]),
  );
  return [...positions].map(([axis, position]) => ({ axis, position }));
}

function acceptsOf(record: TradeoffRecord | undefined) {
  if (!record) {
    return [];
  }
  const ends = new Map(
    checkAcceptances({ ...record, status: 'accepted' }).map(acceptance => [
      acceptance.check,
      acceptance,
    ]),
  );
  return [...new Set(record.accepts.map(({ check }) => check))].map(check => {
    const end = ends.get(check);
    return {
      check_id: check,
      until_at: end ? Date.parse(end.until) : null,
      ended_by: end?.endedBy ?? null,
    };
  });
}

function assumptionsOf(record: TradeoffRecord | undefined, ref: string) {
  const assumptions = new Map(
    (record?.tradeoffs ?? [])
      .flatMap(tradeoff => tradeoff.assumptions)
      .map(assumption => [assumption.id, assumption]),
  );
  return [...assumptions.values()].map(({ id, rule, for: span }) => ({
    ref,
    assumption_id: id,
    rule,
    for_ms: spanMilliseconds(span),
  }));
}

/** A reference in its full form; what is none, such as a name, is left out. */
export function entityRefOf(text: string): string[] {
  try {
    return [
      stringifyEntityRef(
        parseEntityRef(text.trim(), { defaultNamespace: 'default' }),
      ),
    ];
  } catch {
    return [];
  }
}

/** The name of a file, without folder and extension. */
export function baseName(file: string): string {
  return (file.split('/').pop() ?? file).replace(/\.(md|markdown)$/i, '');
}

/** Something a person knows a broken file by. */
function titleOfBroken(text: string): string | undefined {
  const heading = /^#[ \t]+(\S[^\r\n]{0,200})/m.exec(text.slice(0, 20_000));
  return heading?.[1].trim();
}
