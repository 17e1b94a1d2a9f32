import { browser } from './browser';
import { evaluate } from './evaluate';
import { matrix } from './matrix';
import type { Benchmark } from './types';

/** Every benchmark, in the order in which they run. */
export const benchmarks: readonly Benchmark[] = [evaluate, matrix, browser];
