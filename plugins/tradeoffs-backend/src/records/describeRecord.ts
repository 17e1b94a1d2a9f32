import {
  acceptanceObstacles,
  designCoverage,
  judgeAcceptances,
  nextStatuses,
  parseRecord,
  statement,
  type AssumptionState,
  type RecordAcceptance,
  type RecordDetail,
  type RecordProblem,
  type RecordRow,
  type RecordTradeoff,
  type RevisionEntry,
  type TradeoffAxis,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import type { AssumptionRow, ConfirmationRow, RevisionRow } from '../database';
import { wordsOf } from '../lists/toAxis';
import type { FoundRecord } from './RecordStore';

/** What one caller may do with one record. */
export interface RecordRights {
  editable: boolean;
  canAccept: boolean;
  canPropose: boolean;
}

/** @see describeRecord */
export interface DescribeRecordInput {
  row: RecordRow;
  found: FoundRecord;
  axes: readonly TradeoffAxis[];
  assumptions: readonly AssumptionRow[];
  confirmations: readonly ConfirmationRow[];
  history: ReadonlyArray<Omit<RevisionRow, 'content'>>;
  /** Records that links may lead to. */
  linked: ReadonlyArray<Pick<RecordRow, 'id' | 'name' | 'file'>>;
  /** How people call the entity. */
  entityTitle: string;
  rights: RecordRights;
  now: number;
}

/** Says everything that is known of one record. */
export function describeRecord(input: DescribeRecordInput): RecordDetail {
  const { row, found, axes, linked, now } = input;
  const content = found.pending ?? found.content;
  const file = found.file ?? `${found.name}.md`;
  const parsed = parseRecord({ file, text: content });
  const { record } = parsed;
  // What counts is the file's text where there is one.
  const counting =
    found.pending === null
      ? record
      : parseRecord({ file, text: found.content }).record;
  const summary = record && statement(record, input.entityTitle);
  const problems: RecordProblem[] =
    found.pending === null ? readProblems(found.problems) : parsed.problems;
  return {
    ...row,
    content,
    revision: found.revision,
    ...(Boolean(found.truncated) && { truncated: true }),
    body: record?.body ?? '',
    ...(summary && { summary }),
    tradeoffs: record
      ? describeTradeoffs(record, axes, {
          assumptions: input.assumptions,
          refs: row.entityRefs,
        })
      : [],
    acceptances: counting
      ? describeAcceptances(counting, {
          found,
          confirmations: input.confirmations,
          now,
        })
      : [],
    design: record
      ? designCoverage([{ ...record, status: 'accepted' }]).map(step =>
          step.recordId === undefined
            ? step
            : { ...step, recordId: row.id, recordName: row.name },
        )
      : [],
    problemList: problems,
    links: (record?.links ?? []).map(({ kind, target }) => {
      const to = linked.find(other => leadsTo(target, other));
      return { kind, target, ...(to && { recordId: to.id }) };
    }),
    decisionMakers: record?.decisionMakers ?? [],
    consulted: record?.consulted ?? [],
    informed: record?.informed ?? [],
    options: record?.options ?? [],
    ...(record?.chosenOption && { chosenOption: record.chosenOption }),
    ...(record?.lastReviewedOn && { lastReviewedOn: record.lastReviewedOn }),
    ...(record?.reviewIn && { reviewIn: record.reviewIn }),
    history: input.history.map(toRevisionEntry),
    nextStatuses: record ? [...nextStatuses(record.status)] : [],
    obstacles: record ? acceptanceObstacles(record) : [],
    ...input.rights,
    ...(found.proposal !== null && { proposal: found.proposal }),
  };
}

/** Whether a link as written means a record. */
function leadsTo(
  target: string,
  other: Pick<RecordRow, 'id' | 'name' | 'file'>,
): boolean {
  const last = target.split('/').pop();
  return (
    target === other.id ||
    target === other.name ||
    (other.file !== undefined && other.file.split('/').pop() === last)
  );
}

/** The problems of a record as they are kept. */
export function readProblems(text: string): RecordProblem[] {
  // Written by ourselves.
  return JSON.parse(text) as RecordProblem[];
}

/** The positions of a record in words, with the state of what they assume. */
export function describeTradeoffs(
  record: TradeoffRecord,
  axes: readonly TradeoffAxis[],
  known: { assumptions: readonly AssumptionRow[]; refs: readonly string[] },
): RecordTradeoff[] {
  return record.tradeoffs.map(tradeoff => ({
    axis: tradeoff.axis,
    position: tradeoff.position,
    words: wordsOf(axes, tradeoff.axis, tradeoff.position),
    ...(tradeoff.rationale && { rationale: tradeoff.rationale }),
    qualityAttributes: tradeoff.qualityAttributes,
    ...(tradeoff.scenario && { scenario: tradeoff.scenario }),
    evidence: tradeoff.evidence,
    revisitWhen: tradeoff.revisitWhen,
    assumptions: tradeoff.assumptions.map(assumption =>
      describeAssumption(assumption, known),
    ),
  }));
}

const WORST = ['contradicted', 'unknown', 'holds'];

function describeAssumption(
  assumption: TradeoffRecord['tradeoffs'][number]['assumptions'][number],
  known: { assumptions: readonly AssumptionRow[]; refs: readonly string[] },
): AssumptionState {
  const worst = known.assumptions
    .filter(
      row =>
        row.assumption_id === assumption.id &&
        row.rule === assumption.rule &&
        known.refs.includes(row.ref),
    )
    .sort((a, b) => WORST.indexOf(a.state) - WORST.indexOf(b.state))
    .at(0);
  const since = worst && (worst.false_since ?? worst.since);
  return {
    id: assumption.id,
    rule: assumption.rule,
    ...(assumption.for && { for: assumption.for }),
    claim: assumption.claim ?? assumption.rule,
    state: worst?.state ?? 'unknown',
    ...(worst && {
      entityRef: worst.ref,
      ...(worst.value !== null && { value: worst.value }),
      ...(worst.source !== null && { source: worst.source }),
      ...(worst.url !== null && { url: worst.url }),
      ...(worst.observed_at !== null && { observedAt: worst.observed_at }),
      since: new Date(Number(since)).toISOString(),
      ...(worst.reason !== null && { reason: worst.reason }),
    }),
    ...(!worst && { reason: 'No evidence was asked yet.' }),
  };
}

/** What a record accepts, and whether it counts. */
export function describeAcceptances(
  record: TradeoffRecord,
  known: {
    found: Pick<FoundRecord, 'id' | 'meaning' | 'superseded_by' | 'state'>;
    confirmations: readonly ConfirmationRow[];
    now: number;
  },
): RecordAcceptance[] {
  const { found, now } = known;
  const confirmation = known.confirmations.find(
    row => row.record_id === found.id && row.meaning === found.meaning,
  );
  return judgeAcceptances(record, {
    confirmed: confirmation !== undefined,
    superseded: found.superseded_by !== null,
    contradicted: found.state === 'contradicted',
    now,
  }).map(acceptance => ({
    ...acceptance,
    ...(confirmation && {
      confirmedBy: confirmation.by_ref,
      confirmedAt: new Date(Number(confirmation.at)).toISOString(),
    }),
  }));
}

/** One entry of a history as the API tells it. */
export function toRevisionEntry(
  row: Omit<RevisionRow, 'content'>,
): RevisionEntry {
  return {
    revision: row.revision,
    at: new Date(Number(row.at)).toISOString(),
    ...(row.by_ref !== null && { by: row.by_ref }),
    origin: row.origin,
    title: row.title,
    // Written from the words that a record may have.
    status: row.status as RevisionEntry['status'],
    change: row.change,
  };
}
