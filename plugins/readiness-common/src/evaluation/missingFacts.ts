import type {
  MissingCause,
  ResolvedList,
  ResolvedValue,
} from '../facts/ResolvedFacts';
import type { LinkState, LinkStatus } from '../facts/types';
import type { CompiledExpression } from '../rules/CompiledExpression';
import type { FactRead } from '../rules/FactRead';
import type { EvaluationSession } from './EvaluationSession';
import type { RuleDetail } from './Judge';
import { day, listOfNames, sentence } from './sentences';
import type { MissingFact } from './types';

/** Facts that an explanation lists as missing at most. */
const SHOWN_MISSING = 100;

const STATE_IN_WORDS: Record<LinkStatus, string> = {
  ok: 'answers',
  'not-linked': 'is not linked to this entity',
  'not-found': 'does not know this entity',
  disabled: 'is disabled',
  denied: 'denies access',
  stale: 'has not answered lately',
  error: 'answers with an error',
};

/**
 * Every fact that a rule needed and did not get, read off its expressions: not
 * the first alone, and for each the state of each source that could supply it.
 */
export function missingFacts(
  session: EvaluationSession,
  details: readonly RuleDetail[],
): MissingFact[] {
  const found = new Map<string, MissingFact>();
  const add = (fact: MissingFact) => {
    const key = `${fact.fact} ${fact.member ?? ''}`;
    if (!found.has(key) && found.size < SHOWN_MISSING) {
      found.set(key, fact);
    }
  };
  for (const detail of details) {
    if (detail.verdict !== 'unknown') {
      continue;
    }
    for (const expression of undecidedExpressions(detail)) {
      const { reads } = expression.analysis;
      for (const read of reads) {
        missingOf(
          session,
          { ...read, guarded: isGuarded(read, reads) },
          detail,
        ).forEach(add);
      }
    }
    if (detail.rule.kind === 'list' && detail.cause !== 'when-unknown') {
      missingOfList(session, detail.rule.list).forEach(add);
    }
  }
  return [...found.values()];
}

function undecidedExpressions({
  rule,
  cause,
}: RuleDetail): CompiledExpression[] {
  if (cause === 'when-unknown') {
    return rule.when ? [rule.when] : [];
  }
  return rule.kind === 'list' && rule.where
    ? [rule.where, rule.rule]
    : [rule.rule];
}

/** Whether the expression asks if it is there before it reads it. */
function isGuarded(read: FactRead, reads: readonly FactRead[]): boolean {
  return reads.some(
    other =>
      other.guarded &&
      other.of === read.of &&
      other.fact === read.fact &&
      other.field === read.field,
  );
}

function missingOf(
  session: EvaluationSession,
  read: FactRead,
  detail: RuleDetail,
): MissingFact[] {
  const { resolved, context } = session;
  if (read.of === 'entity') {
    const field = read.fact.slice('entity.'.length);
    const { entity } = context.values;
    const absent =
      typeof entity === 'object' &&
      entity !== null &&
      Reflect.get(entity, field) === undefined;
    return absent && !read.guarded
      ? [
          {
            fact: read.fact,
            reason: 'The catalog does not state it.',
            sources: [],
          },
        ]
      : [];
  }
  if (read.field === undefined) {
    const value = resolved.scalars.get(read.fact);
    return value
      ? missingValue(session, read, read.fact, value)
      : missingOfList(session, read.fact);
  }
  const list = resolved.lists.get(read.fact);
  if (!list || list.state !== 'known') {
    return missingOfList(session, read.fact);
  }
  const { field } = read;
  const members =
    read.of === 'member'
      ? detail.members
          .filter(({ verdict }) => verdict === 'unknown')
          .map(({ member }) => member)
      : list.members;
  return members.flatMap(member => {
    const value = member.fields[field];
    return value
      ? missingValue(
          session,
          read,
          `${list.definition.singular}.${field}`,
          value,
          member.key,
        )
      : [];
  });
}

function missingValue(
  session: EvaluationSession,
  read: FactRead,
  fact: string,
  value: ResolvedValue,
  member?: string,
): MissingFact[] {
  const { state, cause } = value;
  if (state === 'known' || !cause || (state === 'absent' && read.guarded)) {
    return [];
  }
  return [
    {
      fact,
      ...(member === undefined ? {} : { member }),
      reason: reasonOf(session, cause, read.fact, read.field),
      sources: sourcesOf(session, read.fact, read.field),
    },
  ];
}

function missingOfList(
  session: EvaluationSession,
  name: string,
): MissingFact[] {
  const list = session.resolved.lists.get(name);
  if (!list) {
    return [];
  }
  const reason = reasonOfList(session, list);
  return reason === undefined
    ? []
    : [{ fact: name, reason, sources: sourcesOf(session, name) }];
}

/** Why a list is not known, or not known whole; `undefined` where it is. */
export function reasonOfList(
  session: EvaluationSession,
  list: ResolvedList,
): string | undefined {
  const { name } = list.definition;
  if (list.cause) {
    return reasonOf(session, list.cause, name);
  }
  if (list.incomplete) {
    return reasonOf(session, list.incomplete, name);
  }
  if (list.beyondLimit > 0) {
    return `Rules look at ${list.members.length} members at most; there are ${
      list.members.length + list.beyondLimit
    }.`;
  }
  return undefined;
}

function reasonOf(
  session: EvaluationSession,
  cause: MissingCause,
  fact: string,
  field?: string,
): string {
  switch (cause.kind) {
    case 'unsupplied': {
      const kinds = session.compiled.registry.kindsFor(fact, field);
      return sentence(
        kinds.length > 0
          ? `no configured source supplies it; a source of kind ${kinds.join(
              ' or ',
            )} would`
          : 'no source supplies it',
      );
    }
    case 'unlinked':
      return statesInWords(session, fact, field);
    case 'silent':
      return sentence(
        `${listOfNames(
          titlesAnswering(session, fact, field),
        )} answered and states nothing about it`,
      );
    case 'outage':
      return outageInWords(session, cause.source.id, cause.source.title);
    case 'stale': {
      const { record, source } = cause.statement;
      const limit = record.expiresAt ? ` since ${day(record.expiresAt)}` : '';
      return sentence(
        `what ${source.title} stated on ${day(
          record.observedAt,
        )} is past its freshness limit${limit}`,
      );
    }
    case 'gap':
      return sentence(
        `${cause.statement.source.title} could not tell: ${cause.reason}`,
      );
    default:
      return 'It is not known.';
  }
}

function statesInWords(
  session: EvaluationSession,
  fact: string,
  field?: string,
): string {
  const parts = sourcesOf(session, fact, field).map(
    ({ title, status }) => `${title} ${STATE_IN_WORDS[status]}`,
  );
  return sentence(parts.join('; '));
}

function titlesAnswering(
  session: EvaluationSession,
  fact: string,
  field?: string,
): string[] {
  return sourcesOf(session, fact, field)
    .filter(({ status }) => status === 'ok')
    .map(({ title }) => title);
}

function outageInWords(
  session: EvaluationSession,
  id: string,
  title: string,
): string {
  const link = linkOf(session, id);
  if (!link) {
    return sentence(`${title} has not answered yet`);
  }
  const message = link.message ? `: ${link.message}` : '';
  return sentence(
    `${title} ${STATE_IN_WORDS[link.status]} since ${day(
      link.since,
    )}${message}`,
  );
}

function linkOf(session: EvaluationSession, id: string): LinkState | undefined {
  return session.input.links.find(link => link.source === id);
}

function sourcesOf(
  session: EvaluationSession,
  fact: string,
  field?: string,
): MissingFact['sources'] {
  const { suppliers } = session.compiled.resolver.sources.suppliersOf(
    fact,
    field,
  );
  return suppliers.map(({ descriptor }) => {
    const link = linkOf(session, descriptor.id);
    return link
      ? {
          source: descriptor.id,
          title: descriptor.title,
          status: link.status,
          since: link.since,
          ...(link.message === undefined ? {} : { message: link.message }),
        }
      : {
          source: descriptor.id,
          title: descriptor.title,
          status: 'stale',
          message: 'It has not answered yet.',
        };
  });
}
