import type { FactRegistry } from '../facts/FactRegistry';
import type { FactRead } from './FactRead';

/** What names mean inside one expression. */
export interface ExpressionScope {
  registry: FactRegistry;
  /** The variable of a list rule, and the list whose member it is. */
  member?: { variable: string; list: string };
  /** Refuse `all` where an empty list would pass: for rules, not templates. */
  refuseVacuous: boolean;
}

/** What an expression reads and how long it may be true. */
export interface ExpressionAnalysis {
  reads: FactRead[];
  /** Lists whose members must all be known for it to be decided. */
  wholeLists: string[];
  readsNow: boolean;
  /** Spans of time that it states, in milliseconds. */
  spans: number[];
  /** Parameters that it passes to `days()`. */
  daysParameters: string[];
  /** Parameters that it passes to `duration()`. */
  durationParameters: string[];
  /** Names of the parameters that it reads. */
  parameters: string[];
}
