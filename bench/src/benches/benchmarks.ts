import { browser } from './browser';
import { collect } from './collect';
import { evaluate } from './evaluate';
import { matrix } from './matrix';
import { audit, rollup, trend } from './pages';
import type { Benchmark } from './types';

/** Every benchmark, in the order in which they run. */
export const benchmarks: readonly Benchmark[] = [
  collect,
  evaluate,
  matrix,
  audit,
  rollup,
  trend,
  browser,
];
