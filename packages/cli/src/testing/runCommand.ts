import { runProgram } from '../program';

/** What a command printed, and how it ended. */
export interface CommandOutcome {
  output: string;
  errorOutput: string;
  exitCode: number;
}

/** Runs `airworthy` with arguments, from a folder, at a moment. */
export async function runCommand(
  args: string[],
  options: { workingDirectory?: string; now?: string } = {},
): Promise<CommandOutcome> {
  const outcome: CommandOutcome = { output: '', errorOutput: '', exitCode: -1 };
  outcome.exitCode = await runProgram(['node', 'airworthy', ...args], {
    workingDirectory: options.workingDirectory ?? process.cwd(),
    now: () => Date.parse(options.now ?? '2026-11-23T12:00:00Z'),
    write: text => {
      outcome.output += text;
    },
    writeError: text => {
      outcome.errorOutput += text;
    },
  });
  return outcome;
}
