import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  BIRTH_FILE,
  BirthCertificate,
  GitOriginals,
  LocalTemplateFolders,
  pendingMigrations,
  planUpdate,
  readFileTree,
  readGoldenPath,
  renderGoldenPath,
  TemplateHistory,
  writeFiles,
} from '@airworthy/plugin-golden-paths-node';
import { InputError } from '@backstage/errors';
import type { Command } from 'commander';
import { readAnswers } from '../golden-paths/readAnswers';
import { formatUpdate } from '../golden-paths/formatUpdate';
import type { CommandContext } from './types';

interface UpdateOptions {
  template: string;
  answers?: string;
  dryRun?: boolean;
}

/** `airworthy update DIR`: brings a repository to a newer golden path. */
export function registerUpdateCommand(
  program: Command,
  { terminal, setExitCode }: CommandContext,
): void {
  program
    .command('update')
    .description(
      'Update a repository that a golden path made. Exit code 1: a conflict was marked',
    )
    .argument('<folder>', 'the repository')
    .requiredOption('--template <folder>', 'the golden path as it is now')
    .option('--answers <file>', 'answers to add to those in airworthy.yaml')
    .option('--dry-run', 'say what would change and write nothing')
    .action(async (folder: string, options: UpdateOptions) => {
      const from = (path: string) => resolve(terminal.workingDirectory, path);
      const directory = from(folder);
      const current = await readFileTree(directory);
      const certificate = current.get(BIRTH_FILE);
      if (!certificate) {
        throw new InputError(
          `${folder} has no ${BIRTH_FILE}: no golden path made it`,
        );
      }
      const birth = BirthCertificate.parse(certificate.content.toString());
      const template = from(options.template);
      const golden = await readGoldenPath(
        LocalTemplateFolders.create({ directory: template }),
      );
      if (golden.path.name !== birth.path) {
        throw new InputError(
          `${folder} was made by ${birth.path}, and ${options.template} is ${golden.path.name}`,
        );
      }
      const next = await renderGoldenPath(golden, {
        created: birth.created,
        answers: {
          ...birth.answers,
          ...(options.answers && (await readAnswers(from(options.answers)))),
        },
      });
      const originals = GitOriginals.create({ directory, birth });
      const history = TemplateHistory.create({ directory: template });
      let then: ReturnType<typeof history.render> | undefined;
      const plan = await planUpdate({
        current,
        birth,
        next,
        original: async path => {
          const own = await originals.read(path);
          if (own) {
            return own;
          }
          then ??= history.render(birth);
          return (await then)?.files.get(path)?.content;
        },
      });
      if (!options.dryRun) {
        await writeFiles(directory, plan.writes);
        for (const path of plan.deletes) {
          await rm(join(directory, path));
        }
      }
      terminal.write(
        formatUpdate(plan, {
          notes: pendingMigrations(golden.path, birth.version),
          dryRun: options.dryRun === true,
        }),
      );
      setExitCode(
        plan.files.some(({ outcome }) => outcome === 'conflict') ? 1 : 0,
      );
    });
}
