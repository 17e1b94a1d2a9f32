import type { TradeoffRecord } from '../model/types';

/**
 * A consumer promises more than what it depends on accepts.
 *
 * @public
 */
export interface BrokenPromise {
  /** What is measured: `RTO`. */
  measure: string;
  recordId: string;
  /** As written: `RTO 1h`. */
  promise: string;
  /** The record of the dependency. */
  otherId: string;
  accepts: string;
}

const MEASURE = /\b(RTO|RPO)\b\D{0,12}?(\d{1,6}(?:\.\d+)?)\s*([a-z]+)/gi;

const SECONDS: Record<string, number> = {
  s: 1,
  m: 60,
  h: 3_600,
  d: 86_400,
};

/**
 * Promises of recovery (`RTO 1h`, `RPO 5 minutes` in a `responseMeasure`) of
 * records in force that no recovery of a dependency allows: nobody is back
 * within one hour while what they stand on takes four.
 *
 * @public
 */
export function brokenPromises(options: {
  own: readonly TradeoffRecord[];
  dependencies: readonly TradeoffRecord[];
}): BrokenPromise[] {
  const accepted = options.dependencies.flatMap(measuresOf);
  return options.own.flatMap(measuresOf).flatMap(promise =>
    accepted
      .filter(
        other =>
          other.measure === promise.measure && other.seconds > promise.seconds,
      )
      .map(other => ({
        measure: promise.measure,
        recordId: promise.recordId,
        promise: promise.text,
        otherId: other.recordId,
        accepts: other.text,
      })),
  );
}

interface Measure {
  recordId: string;
  measure: string;
  seconds: number;
  text: string;
}

function measuresOf(record: TradeoffRecord): Measure[] {
  if (record.status !== 'accepted') {
    return [];
  }
  return record.tradeoffs.flatMap(tradeoff =>
    [...(tradeoff.scenario?.responseMeasure ?? '').matchAll(MEASURE)].flatMap(
      ([text, measure, amount, unit]) => {
        const factor = SECONDS[unit.charAt(0).toLocaleLowerCase('en-US')];
        return factor === undefined || /^mo/i.test(unit)
          ? []
          : [
              {
                recordId: record.id,
                measure: measure.toLocaleUpperCase('en-US'),
                seconds: Number(amount) * factor,
                text: text.trim(),
              },
            ];
      },
    ),
  );
}
