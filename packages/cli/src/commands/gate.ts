import type { Command } from 'commander';
import { InputError } from '@backstage/errors';
import { scorePath } from '../scan/scorePath';
import { levelRank } from '../scan/levelRank';
import type { CommandContext } from './types';

interface GateOptions {
  level: string;
  checklist?: string;
}

/** `airworthy gate PATH --level LEVEL`: for pipelines, closed by exit code 1. */
export function registerGateCommand(
  program: Command,
  { terminal, setExitCode }: CommandContext,
): void {
  program
    .command('gate')
    .description('Fail unless every service of the repository declares a level')
    .argument('<path>', 'a folder, or one YAML file')
    .requiredOption('--level <level>', 'the lowest level to let through')
    .option(
      '--checklist <file>',
      'YAML in the shape of `readiness.checklist` of app-config.yaml',
    )
    .action(async (path: string, options: GateOptions) => {
      const result = await scorePath({
        path,
        workingDirectory: terminal.workingDirectory,
        checklistFile: options.checklist,
        now: terminal.now(),
      });
      const required = levelRank(result.levels, options.level);
      if (required < 1) {
        throw new InputError(
          `--level ${
            options.level
          }: the checklist has the levels ${result.levels
            .map(level => level.id)
            .join(', ')}`,
        );
      }
      let open = true;
      for (const scorecard of result.scorecards) {
        const held = levelRank(result.levels, scorecard.level);
        const blocking = scorecard.questions
          .flatMap(question => question.checks)
          .filter(
            check =>
              levelRank(result.levels, check.level) <= required &&
              (check.status === 'fail' || check.status === 'unknown'),
          );
        open = open && held >= required;
        terminal.write(
          `${held >= required ? 'open  ' : 'closed'} ${scorecard.entityRef}: ${
            scorecard.level === 'none' ? 'no level' : scorecard.level
          }\n`,
        );
        for (const check of held >= required ? [] : blocking) {
          terminal.write(
            `       ${check.status} ${check.id}: ${check.message}\n`,
          );
        }
      }
      for (const error of result.errors) {
        terminal.writeError(`${error.file}: ${error.message}\n`);
      }
      setExitCode(open ? 0 : 1);
    });
}
