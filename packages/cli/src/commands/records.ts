import type { Command } from 'commander';
import { Option } from 'commander';
import { lintRecords } from '../records/lintRecords';
import { formatRecordsJson, formatRecordsText } from '../records/formatRecords';
import type { CommandContext } from './types';

interface LintOptions {
  format: 'text' | 'json';
}

/** `airworthy records lint PATH`: checks the tradeoff records of a repository. */
export function registerRecordsCommand(
  program: Command,
  { terminal, setExitCode }: CommandContext,
): void {
  program
    .command('records')
    .description('Tradeoff records')
    .command('lint')
    .description(
      'Check the tradeoff records of a repository, a folder or a file',
    )
    .argument('<path>', 'a repository, a folder of records, or one record')
    .addOption(
      new Option('--format <format>', 'how the result is printed')
        .choices(['text', 'json'])
        .default('text'),
    )
    .action(async (path: string, options: LintOptions) => {
      const result = await lintRecords({
        path,
        workingDirectory: terminal.workingDirectory,
      });
      terminal.write(
        options.format === 'json'
          ? formatRecordsJson(result)
          : formatRecordsText(result),
      );
      setExitCode(
        result.problems.some(problem => problem.severity === 'error') ? 1 : 0,
      );
    });
}
