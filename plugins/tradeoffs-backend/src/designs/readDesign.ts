import { statedRecoveryObjectives } from '@airworthy/plugin-readiness-node';
import {
  designCoverage,
  parseRecord,
} from '@airworthy/plugin-tradeoffs-common';
import { z } from 'zod';

/** What the text of one record says of a design, were it in force. */
export interface RecordDesign {
  /** Ids of the design steps that it covers, or says not to apply. */
  steps: string[];
  /** Of `RPO` and `RTO`, those that it states with an amount. */
  objectives: string[];
}

const storedSchema = z.object({
  steps: z.array(z.string()),
  objectives: z.array(z.string()),
});

/** Reads a design out of the text of a record. */
export function readDesign(file: string, text: string): RecordDesign {
  const { record } = parseRecord({ file, text });
  if (!record) {
    return { steps: [], objectives: [] };
  }
  return {
    steps: designCoverage([{ ...record, status: 'accepted' }])
      .filter(({ state }) => state !== 'missing')
      .map(({ id }) => id),
    objectives: statedRecoveryObjectives(text),
  };
}

/** The inverse of `JSON.stringify`. */
export function parseStoredDesign(text: string): RecordDesign {
  return storedSchema.parse(JSON.parse(text));
}
