import { Command, CommanderError } from 'commander';
import { registerGateCommand } from './commands/gate';
import { registerRecordsCommand } from './commands/records';
import { registerRenderCommand } from './commands/render';
import { registerScanCommand } from './commands/scan';
import { registerUpdateCommand } from './commands/update';
import type { Terminal } from './Terminal';
import { ProcessTerminal } from './Terminal';

/**
 * Runs the `airworthy` command.
 *
 * Exit codes: 0 when the command did what was asked, 1 when a gate is closed or
 * an update left a conflict, 2 when the command could not run, wrong usage included.
 *
 * @param argv - as `process.argv`
 * @returns the exit code
 */
export async function runProgram(
  argv: readonly string[],
  terminal: Terminal = ProcessTerminal.create(),
): Promise<number> {
  let exitCode = 0;
  const program = new Command('airworthy')
    .description(
      'Answers the production readiness checklist from what a repository declares. No portal, no network.',
    )
    .exitOverride()
    .configureOutput({
      writeOut: text => terminal.write(text),
      writeErr: text => terminal.writeError(text),
    });
  const context = {
    terminal,
    setExitCode: (code: number) => {
      exitCode = code;
    },
  };
  registerScanCommand(program, context);
  registerGateCommand(program, context);
  registerRecordsCommand(program, context);
  registerRenderCommand(program, context);
  registerUpdateCommand(program, context);

  try {
    await program.parseAsync(argv);
  } catch (error) {
    if (error instanceof CommanderError) {
      // Help and version end by an error of exit code 0; usage errors have
      // been printed by commander already.
      return error.exitCode === 0 ? 0 : 2;
    }
    terminal.writeError(
      `airworthy: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    return 2;
  }
  return exitCode;
}
