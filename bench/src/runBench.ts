import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { benchmarks } from './benches/benchmarks';
import type { Figures } from './benches/types';
import { formatTable } from './report/formatTable';

interface BenchOptions {
  only: string[];
  services: number;
  json?: boolean;
  keep?: string;
}

/** Runs the benchmarks that the arguments name. */
export async function runBench(argv: readonly string[]): Promise<void> {
  const names = benchmarks.map(benchmark => benchmark.name);
  const options = new Command('bench')
    .description('Measures a portal with a generated fleet')
    .option(
      '--only <names>',
      `of ${names.join(', ')}, divided by commas`,
      (value: string) => {
        const chosen = value.split(',');
        const unknown = chosen.find(name => !names.includes(name));
        if (unknown !== undefined) {
          throw new InvalidArgumentError(`there is no benchmark ${unknown}`);
        }
        return chosen;
      },
      names,
    )
    .option('--services <number>', 'size of the fleet', toCount, 10_000)
    .option(
      '--keep <folder>',
      'keep the fleet in this folder, or start from the one that it holds',
    )
    .option('--json', 'print JSON alone on the standard output')
    .parse(argv)
    .opts<BenchOptions>();

  const directory = options.keep
    ? resolve(options.keep)
    : mkdtempSync(join(tmpdir(), 'airworthy-bench-'));
  mkdirSync(directory, { recursive: true });
  // Back ends log to the standard output, which belongs to the result.
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = process.stderr.write.bind(process.stderr);
  const results: Array<{ name: string; goal: string; figures: Figures }> = [];
  try {
    for (const benchmark of benchmarks) {
      if (options.only.includes(benchmark.name)) {
        results.push({
          name: benchmark.name,
          goal: benchmark.goal,
          figures: await benchmark.run({
            services: options.services,
            directory,
            progress: message =>
              process.stderr.write(`bench: ${benchmark.name}: ${message}\n`),
          }),
        });
      }
    }
  } finally {
    if (!options.keep) {
      rmSync(directory, { recursive: true, force: true });
    }
    // What was measured is not lost with what failed after it.
    write(
      options.json
        ? `${JSON.stringify(
            Object.fromEntries(
              results.map(({ name, figures }) => [name, figures]),
            ),
          )}\n`
        : formatTable(results),
    );
  }
}

function toCount(value: string): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 100_000) {
    throw new InvalidArgumentError('a number from 1 to 100000');
  }
  return count;
}
