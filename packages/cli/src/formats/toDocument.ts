import type { StatusCounts } from '@airworthy/plugin-readiness-common';
import type { ScanResult } from '../scan/types';

/** The JSON document that `scan --format json` prints: a public contract. */
export interface ScanDocument {
  schemaVersion: 1;
  checklist: { id: string; title: string; version: number };
  scorecards: Array<{
    entityRef: string;
    score: number;
    level: string;
    counts: StatusCounts;
    questions: Array<{
      id: string;
      status: string;
      checks: Array<{
        id: string;
        level: string;
        status: string;
        message: string;
        evidence: Array<{
          fact: string;
          member?: string;
          value: unknown;
          strength: string;
          source: string;
          file?: string;
          line?: number;
        }>;
        missing: Array<{ fact: string; member?: string; reason: string }>;
      }>;
    }>;
  }>;
  objects: Array<{
    kind: string;
    namespace: string;
    name: string;
    file: string;
    line: number;
    faults: Array<{ check: string; message: string }>;
  }>;
  inactive: Array<{ id: string; activatedBy: string[] }>;
  errors: Array<{
    file: string;
    line?: number;
    column?: number;
    message: string;
  }>;
}

/** Reduces a scan's result to the public JSON document. */
export function toDocument(result: ScanResult): ScanDocument {
  return {
    schemaVersion: 1,
    checklist: result.checklist,
    scorecards: result.scorecards.map(scorecard => ({
      entityRef: scorecard.entityRef,
      score: scorecard.score,
      level: scorecard.level,
      counts: scorecard.counts,
      questions: scorecard.questions.map(question => ({
        id: question.id,
        status: question.status,
        checks: question.checks.map(check => ({
          id: check.id,
          level: check.level,
          status: check.status,
          message: check.message,
          evidence: check.evidence.map(evidence => ({
            fact: evidence.fact,
            ...(evidence.member && { member: evidence.member }),
            value: evidence.value,
            strength: evidence.strength,
            source: evidence.source,
            ...(evidence.file !== undefined && { file: evidence.file }),
            ...(evidence.line !== undefined && { line: evidence.line }),
          })),
          missing: check.missing.map(missing => ({
            fact: missing.fact,
            ...(missing.member && { member: missing.member }),
            reason: missing.reason,
          })),
        })),
      })),
    })),
    objects: result.objects.map(object => ({
      kind: object.kind,
      namespace: object.namespace,
      name: object.name,
      file: object.file,
      line: object.line,
      faults: object.faults,
    })),
    inactive: result.inactive.map(check => ({
      id: check.id,
      activatedBy: check.activatedBy,
    })),
    errors: result.errors.map(error => ({
      file: error.file,
      ...(error.line !== undefined && { line: error.line }),
      ...(error.column !== undefined && { column: error.column }),
      message: error.message,
    })),
  };
}
