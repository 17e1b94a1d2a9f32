import { relative, resolve } from 'node:path';
import {
  createFileTree,
  LocalTemplateFolders,
  readGoldenPath,
  renderGoldenPath,
} from '@airworthy/plugin-golden-paths-node';
import type { Command } from 'commander';
import { readAnswers } from '../golden-paths/readAnswers';
import type { CommandContext } from './types';

interface RenderOptions {
  answers: string;
  out: string;
  dryRun?: boolean;
}

/** `airworthy render TEMPLATE_DIR`: makes a repository from a golden path. */
export function registerRenderCommand(
  program: Command,
  { terminal }: CommandContext,
): void {
  program
    .command('render')
    .description('Make a repository from a golden path, without a portal')
    .argument('<template>', 'the folder of the golden path')
    .requiredOption('--answers <file>', 'the answers, as JSON or YAML')
    .requiredOption('--out <folder>', 'a new folder for the repository')
    .option('--dry-run', 'list the files and write nothing')
    .action(async (template: string, options: RenderOptions) => {
      const from = (path: string) => resolve(terminal.workingDirectory, path);
      const golden = await readGoldenPath(
        LocalTemplateFolders.create({ directory: from(template) }),
      );
      const { files } = await renderGoldenPath(golden, {
        answers: await readAnswers(from(options.answers)),
        created: new Date(terminal.now()).toISOString().slice(0, 10),
      });
      const { name, version } = golden.path;
      if (options.dryRun) {
        terminal.write(
          `${[...files.keys()].join('\n')}\n${
            files.size
          } files of ${name} ${version}, none written\n`,
        );
        return;
      }
      const out = from(options.out);
      await createFileTree(out, files);
      terminal.write(
        `${name} ${version}: ${files.size} files in ${
          relative(terminal.workingDirectory, out) || '.'
        }\n`,
      );
    });
}
