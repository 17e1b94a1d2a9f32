import {
  editRecord,
  type RecordDetail,
  type Position,
} from '@airworthy/plugin-tradeoffs-common';
import type { Axis } from '../hooks/useAxes';

/** What a new record starts from. */
export interface NewRecordOptions {
  entityRef: string;
  /** Of the entity: who decides unless told. */
  owner?: string;
  /** Names of the records that there are, so that the new one has its own. */
  names: readonly string[];
  axes: readonly Axis[];
  /** `YYYY-MM-DD`. */
  today: string;
  /** A check that the record is to accept. */
  accepts?: string;
  /** Id of an axis to take a position on. */
  axis?: string;
  /** A heading to write below. */
  heading?: string;
  /** The record that it replaces: its positions are where it starts. */
  supersedes?: RecordDetail;
}

/** How long a record stands until somebody looks again, unless told. */
const REVIEW_IN = '6 months';

/**
 * The file of a new draft: what is known is filled in, the headings are those
 * of MADR and those that lint asks for.
 */
export function newRecordText(options: NewRecordOptions): string {
  const { entityRef, owner, axes, today, accepts, supersedes } = options;
  const decisionMakers =
    supersedes && supersedes.decisionMakers.length > 0
      ? supersedes.decisionMakers
      : [owner].filter(maker => maker !== undefined);
  const axis =
    options.axis ??
    (accepts && axes.find(candidate => candidate.checks.includes(accepts))?.id);
  const tradeoffs = supersedes
    ? supersedes.tradeoffs.map(inherited)
    : axisTradeoffs(axis);
  const body = [
    '# ',
    '',
    '## Context and Problem Statement',
    '',
    '',
    '## Considered Options',
    '',
    '',
    '## Decision Outcome',
    '',
    'Chosen option: ',
    '',
    '### Consequences',
    '',
    '',
    '## Failure handling',
    '',
    '',
    '## Monitoring and alerting',
    '',
    '',
    '## Rollback',
    '',
    '',
    ...(options.heading ? [`## ${options.heading}`, '', ''] : []),
  ].join('\n');
  return editRecord(body, {
    edits: [
      { path: ['status'], value: 'draft' },
      { path: ['date'], value: today },
      ...(decisionMakers.length > 0
        ? [{ path: ['decision-makers'] as const, value: decisionMakers }]
        : []),
      { path: ['review_in'], value: REVIEW_IN },
      ...(supersedes
        ? [
            {
              path: ['links'] as const,
              value: [
                {
                  kind: 'supersedes',
                  target: supersedes.file?.split('/').pop() ?? supersedes.name,
                },
              ],
            },
          ]
        : []),
      {
        path: ['airworthy'],
        value: {
          schemaVersion: 1,
          id: nextName(entityRef, options.names),
          entityRefs: [entityRef],
          ...(supersedes?.reversibility && {
            reversibility: supersedes.reversibility,
          }),
          ...(tradeoffs.length > 0 && { tradeoffs }),
          ...(accepts && { accepts: [{ check: accepts }] }),
        },
      },
    ],
  });
}

function axisTradeoffs(
  axis: string | undefined,
): Array<{ axis: string; position: Position }> {
  return axis ? [{ axis, position: 0 }] : [];
}

/** What was decided is carried over; what the facts made of it is not. */
function inherited(tradeoff: RecordDetail['tradeoffs'][number]): object {
  const assumptions = tradeoff.assumptions
    .filter(assumption => assumption.state !== 'contradicted')
    .map(({ id, rule, for: span, claim }) => ({
      id,
      rule,
      ...(span && { for: span }),
      ...(claim !== rule && { claim }),
    }));
  return {
    axis: tradeoff.axis,
    position: tradeoff.position,
    ...(tradeoff.qualityAttributes.length > 0 && {
      qualityAttributes: tradeoff.qualityAttributes,
    }),
    ...(assumptions.length > 0 && { assumptions }),
  };
}

/** `payments-api-0013` after `payments-api-0012`, whatever leads the number. */
export function nextName(entityRef: string, names: readonly string[]): string {
  const numbers = names.map(name =>
    Number(/(\d{3,5})(?!.*\d{3})/.exec(name)?.[1] ?? 0),
  );
  const next = Math.max(0, ...numbers) + 1;
  const entity = entityRef.split('/').pop() ?? 'record';
  return `${entity.replace(/[^\w.-]/g, '-')}-${String(next).padStart(4, '0')}`;
}
