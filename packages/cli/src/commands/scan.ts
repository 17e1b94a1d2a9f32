import type { Command } from 'commander';
import { Option } from 'commander';
import { formatExplanation } from '../formats/formatExplanation';
import { formatters, type FormatName } from '../formats/formatters';
import { scorePath } from '../scan/scorePath';
import type { CommandContext } from './types';

interface ScanOptions {
  format: FormatName;
  checklist?: string;
  explain?: string;
}

/** `airworthy scan PATH`: scores what a repository declares. */
export function registerScanCommand(
  program: Command,
  { terminal }: CommandContext,
): void {
  program
    .command('scan')
    .description('Score every service of a repository or a manifest file')
    .argument('<path>', 'a folder, or one YAML file')
    .addOption(
      new Option('--format <format>', 'how the result is printed')
        .choices(Object.keys(formatters))
        .default('text'),
    )
    .option(
      '--checklist <file>',
      'YAML in the shape of `readiness.checklist` of app-config.yaml',
    )
    .option(
      '--explain <check>',
      'print one check of every service with all its evidence',
    )
    .action(async (path: string, options: ScanOptions) => {
      const result = await scorePath({
        path,
        workingDirectory: terminal.workingDirectory,
        checklistFile: options.checklist,
        now: terminal.now(),
      });
      terminal.write(
        options.explain
          ? formatExplanation(result, options.explain)
          : formatters[options.format](result),
      );
    });
}
