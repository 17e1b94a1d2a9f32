import type { DetectorContext } from '../../Detector';
import { readMarkdown, type MarkdownPage } from './markdown';
import { memoizePerContext } from './memoizePerContext';
import { baseName, extensionOf, foldersOf } from './paths';

/** A document that people wrote about the service. */
export interface ServiceDocument {
  path: string;
  page: MarkdownPage;
}

const OTHER_FOLDERS = new Set([
  'node_modules',
  'vendor',
  'third_party',
  'testdata',
  'fixtures',
  '.github',
  'dist',
]);

/** About the repository, not about how the service behaves. */
const OTHER_NAMES =
  /^(?:changelog|changes|license|code_of_conduct|contributing|security|authors|notice)\b/i;

/** Documents that one scan reads for one service. */
const MAX_DOCUMENTS = 500;

/** The Markdown of the service, read once for all detectors. */
export const readServiceDocuments = memoizePerContext(
  async (context: DetectorContext): Promise<ServiceDocument[]> => {
    const documents: ServiceDocument[] = [];
    for (const path of context.files) {
      const isOther =
        !['md', 'markdown', 'mdx'].includes(extensionOf(path)) ||
        OTHER_NAMES.test(baseName(path)) ||
        foldersOf(path.slice(context.sourcePath.length)).some(folder =>
          OTHER_FOLDERS.has(folder),
        );
      if (isOther) {
        continue;
      }
      if (documents.length === MAX_DOCUMENTS) {
        context.error({
          file: path,
          message: `The service has more than ${MAX_DOCUMENTS} documents: this one and those behind it were not read`,
        });
        break;
      }
      const text = await context.text(path);
      if (text !== undefined) {
        documents.push({ path, page: readMarkdown(text) });
      }
    }
    return documents;
  },
);

/**
 * Whether a document is out of force: a decision that was superseded, rejected
 * or withdrawn says nothing about today.
 */
export function isOutOfForce({ page }: ServiceDocument): boolean {
  const status = page.frontMatter.status;
  return (
    typeof status === 'string' &&
    /^(?:superseded|rejected|deprecated|withdrawn|draft|proposed)/i.test(status)
  );
}

/** The lines below a heading, up to the next of the same or a higher depth. */
export function sectionLines(
  page: MarkdownPage,
  headingLine: number,
): Array<{ line: number; text: string }> {
  const index = page.headings.findIndex(({ line }) => line === headingLine);
  const heading = page.headings[index];
  const next = page.headings
    .slice(index + 1)
    .find(({ depth }) => depth <= (heading?.depth ?? 0));
  return page.prose.filter(
    ({ line }) =>
      line > headingLine && (next === undefined || line < next.line),
  );
}
