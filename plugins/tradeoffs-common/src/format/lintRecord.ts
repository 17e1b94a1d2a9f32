import type { RecordProblem, TradeoffRecord } from '../model/types';
import { acceptanceObstacles } from '../life/acceptanceObstacles';

const TOPICS = [
  {
    code: 'no-rollback',
    word: 'rollback',
    pattern: /roll(ed|ing)?[ -]?back|revert/i,
  },
  {
    code: 'no-observability',
    word: 'observability',
    pattern: /monitor|metric|alert|trace|log|dashboard|observab/i,
  },
  {
    code: 'no-failure-handling',
    word: 'failure handling',
    pattern: /fail|outage|degrad|retry|timeout|recover|loss/i,
  },
] as const;

/**
 * Warnings about a record that parses: nothing said of rollback, observability
 * or failure handling, and, where it is accepted, what acceptance needs.
 *
 * @public
 */
export function lintRecord(
  record: TradeoffRecord,
  file: string,
): RecordProblem[] {
  const warn = (code: string, message: string): RecordProblem => ({
    file,
    line: 1,
    column: 1,
    severity: 'warning',
    code,
    message,
  });
  const problems = TOPICS.filter(topic => !topic.pattern.test(record.body)).map(
    topic => warn(topic.code, `the record says nothing of ${topic.word}`),
  );
  if (record.status === 'accepted' && record.format === 'airworthy') {
    problems.push(
      ...acceptanceObstacles(record).map(obstacle =>
        warn(obstacle.code, obstacle.message),
      ),
    );
  }
  return problems;
}
