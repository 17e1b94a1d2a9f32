import type { FactValue, Status } from '@airworthy/plugin-readiness-common';
import type { Change } from './Change';

/** @see explainChange */
export interface ExplainChangeOptions {
  to: Status;
  /** Names of the facts that the check reads: `workloads`, `runbook.exists`. */
  facts: readonly string[];
  /** What changed about the entity since it was last evaluated. */
  changes: readonly Change[];
  /** The title of a source, by its id. */
  titleOf(source: string): string;
}

/** More changes than this are counted, not named. */
const MAX_NAMED = 2;

/**
 * Why one status changed, in a sentence: the facts that changed among those the
 * check reads, else what happened to the sources or to the entity.
 */
export function explainChange(options: ExplainChangeOptions): string {
  const { changes, facts, titleOf } = options;
  if (changes.some(change => change.kind === 'checklist')) {
    return 'The rules of the checklist changed.';
  }
  const read = changes.filter(
    (change): change is Change & { kind: 'fact' } =>
      change.kind === 'fact' && readsFact(facts, change.fact),
  );
  if (read.length > 0) {
    const named = read.slice(0, MAX_NAMED).map(change => factText(change));
    const rest = read.length - named.length;
    return `${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''} (${[
      ...new Set(read.map(change => titleOf(change.source))),
    ].join(', ')}).`;
  }
  const link = changes.find(change => change.kind === 'link');
  if (link) {
    return linkText(link, titleOf(link.source));
  }
  if (options.to === 'accepted') {
    return 'A tradeoff record accepts it.';
  }
  if (
    options.to === 'fail' &&
    changes.some(change => change.kind === 'tradeoff')
  ) {
    return 'No tradeoff record in force accepts it any more.';
  }
  const entity = changes.find(change => change.kind === 'entity');
  if (entity) {
    return entity.fields.length > 0
      ? `The catalog changed: ${entity.fields.join(', ')}.`
      : 'The catalog entity changed.';
  }
  return options.to === 'unknown'
    ? 'The evidence passed its freshness limit.'
    : 'Time passed: a limit of the rule was reached.';
}

function readsFact(facts: readonly string[], changed: string): boolean {
  return facts.some(fact => changed === fact || changed.startsWith(`${fact}.`));
}

function factText(change: Change & { kind: 'fact' }): string {
  const { fact, member, from, to } = change;
  const subject = member ? `${fact} of ${member}` : fact;
  if (from === undefined && to === undefined) {
    return `${subject} changed`;
  }
  if (from === undefined) {
    return `${subject} became ${valueText(to)}`;
  }
  if (to === undefined) {
    return `${subject} is no longer known; it was ${valueText(from)}`;
  }
  return `${subject} went from ${valueText(from)} to ${valueText(to)}`;
}

function linkText(change: Change & { kind: 'link' }, title: string): string {
  if (change.status === 'ok') {
    return `${title} answers again.`;
  }
  return change.message
    ? `${title}: ${change.message}`
    : `${title} is ${change.status.replace('-', ' ')}.`;
}

function valueText(value: FactValue | undefined): string {
  if (Array.isArray(value)) {
    return value.length === 0 ? 'none' : shortened(value.join(', '));
  }
  return value === '' ? 'empty' : shortened(String(value));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
