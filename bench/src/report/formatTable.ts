import type { Figures } from '../benches/types';

/** One line for each figure, under the name of its benchmark and its goal. */
export function formatTable(
  results: ReadonlyArray<{ name: string; goal: string; figures: Figures }>,
): string {
  const lines: string[] = [];
  for (const { name, goal, figures } of results) {
    lines.push(`${name}: ${goal}`);
    const width = Math.max(...Object.keys(figures).map(key => key.length));
    for (const [key, figure] of Object.entries(figures)) {
      lines.push(`  ${key.padEnd(width)}  ${figure.toLocaleString('en-US')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
