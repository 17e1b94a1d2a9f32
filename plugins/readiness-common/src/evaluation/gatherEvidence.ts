import { statedValue } from '../facts/ResolvedFacts';
import type {
  ResolvedMember,
  ResolvedValue,
  Statement,
} from '../facts/ResolvedFacts';
import type { FactValue } from '../facts/types';
import type { FactRead } from '../rules/FactRead';
import type { DriftingValue } from './drifts';
import type { EvaluationSession } from './EvaluationSession';
import type { CompiledCheck } from '../checklist/CompiledCheck';
import type { RuleDetail } from './Judge';
import type { Drift, Evidence } from './types';

/** Values that an explanation shows at most. */
const SHOWN_EVIDENCE = 200;

const ORDER = { fail: 0, unknown: 1, pass: 2 } as const;

class EvidenceGatherer {
  readonly evidence: Evidence[] = [];
  private readonly seen = new Set<string>();

  constructor(private readonly session: EvaluationSession) {}

  addRead(read: FactRead): void {
    if (read.field === undefined) {
      this.addFact(read.fact);
      return;
    }
    const list = this.session.resolved.lists.get(read.fact);
    for (const member of list?.members ?? []) {
      this.addField(read, member);
    }
  }

  /** A scalar, or the members of a list as such. */
  addFact(name: string): void {
    const scalar = this.session.resolved.scalars.get(name);
    if (scalar) {
      this.addValue(name, scalar, undefined, undefined);
      return;
    }
    const list = this.session.resolved.lists.get(name);
    for (const member of list?.members ?? []) {
      this.addMember(name, member);
    }
  }

  /** That a member exists is evidence too, where no field of it is read. */
  addMember(list: string, member: ResolvedMember): void {
    const definition = this.session.compiled.registry.list(list);
    for (const statement of member.statements) {
      this.add(
        definition?.singular ?? list,
        member.key,
        member.name,
        statement,
        '',
        statement === member.statements[0],
      );
    }
  }

  addField(read: FactRead, member: ResolvedMember): void {
    const definition = this.session.compiled.registry.list(read.fact);
    const value =
      read.field === undefined ? undefined : member.fields[read.field];
    if (definition && value) {
      this.addValue(
        `${definition.singular}.${read.field}`,
        value,
        member.key,
        read.field,
      );
    }
  }

  private addValue(
    fact: string,
    resolved: ResolvedValue,
    member: string | undefined,
    field: string | undefined,
  ): void {
    for (const statement of resolved.statements) {
      const value = statedValue(statement, field);
      if (value !== undefined) {
        this.add(
          fact,
          member,
          value,
          statement,
          field ?? '',
          statement === resolved.decidedBy,
        );
      }
    }
  }

  private add(
    fact: string,
    member: string | undefined,
    value: FactValue,
    statement: Statement,
    field: string,
    decided: boolean,
  ): void {
    const { record, source } = statement;
    const key = [fact, member, record.source, record.environment].join('|');
    if (this.seen.has(key) || this.evidence.length >= SHOWN_EVIDENCE) {
      return;
    }
    this.seen.add(key);
    this.evidence.push({
      fact,
      ...(member === undefined ? {} : { member }),
      value,
      strength: record.strength,
      source: record.source,
      sourceTitle: source.title,
      decided,
      stale: statement.expired,
      observedAt: record.observedAt,
      ...(record.expiresAt === undefined
        ? {}
        : { expiresAt: record.expiresAt }),
      ...originOf(statement, field),
    });
  }
}

/**
 * Everything that any source said about what the rules of a check read: of each
 * value the one that decided first, members that fail before others.
 */
export function gatherEvidence(
  session: EvaluationSession,
  check: CompiledCheck,
  details: readonly RuleDetail[],
): Evidence[] {
  const gatherer = new EvidenceGatherer(session);
  for (const detail of details) {
    const { rule } = detail;
    const reads =
      detail.cause === 'when-false' || detail.cause === 'when-unknown'
        ? rule.when?.analysis.reads ?? []
        : rule.rule.analysis.reads;
    const members = [...detail.members]
      .sort((a, b) => ORDER[a.verdict] - ORDER[b.verdict])
      .map(({ member }) => member);
    const ofMember = reads.filter(read => read.of === 'member');
    for (const member of members) {
      if (ofMember.length === 0 && rule.kind === 'list') {
        gatherer.addMember(rule.list, member);
      }
      for (const read of ofMember) {
        gatherer.addField(read, member);
      }
    }
    for (const read of reads) {
      if (read.of !== 'member') {
        gatherer.addRead(read);
      }
    }
  }
  for (const fact of check.config.evidence ?? []) {
    gatherer.addFact(fact);
  }
  return gatherer.evidence;
}

/** What sources said about what one expression reads, of no member in turn. */
export function gatherReads(
  session: EvaluationSession,
  reads: readonly FactRead[],
): Evidence[] {
  const gatherer = new EvidenceGatherer(session);
  for (const read of reads) {
    gatherer.addRead(read);
  }
  return gatherer.evidence;
}

/** The form in which an explanation tells of a drift. */
export function toDrift(value: DriftingValue): Drift | undefined {
  const { declared, observed } = value.drift;
  const written = statedValue(declared, value.field);
  const seen = statedValue(observed, value.field);
  if (written === undefined || seen === undefined) {
    return undefined;
  }
  return {
    fact: value.fact,
    ...(value.member === undefined ? {} : { member: value.member }),
    declared: written,
    observed: seen,
    declaredSource: declared.record.source,
    observedSource: observed.record.source,
    ...originOf(declared, value.field),
  };
}

/** Where a person sees the value: its own place, else that of its object. */
function originOf(
  { record }: Statement,
  field: string | undefined,
): Pick<Evidence, 'file' | 'line' | 'url'> {
  const origin = record.origins?.[field ?? ''] ?? record.origins?.[''];
  return {
    ...(origin?.file === undefined ? {} : { file: origin.file }),
    ...(origin?.line === undefined ? {} : { line: origin.line }),
    ...(origin?.url === undefined ? {} : { url: origin.url }),
  };
}
