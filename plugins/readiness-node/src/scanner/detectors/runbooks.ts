import type { Detector, DetectorContext } from '../Detector';
import { readMarkdown, type MarkdownPage } from './support/markdown';
import { memoizePerContext } from './support/memoizePerContext';
import { baseName, extensionOf, foldersOf } from './support/paths';

const TEXT_EXTENSIONS = new Set(['md', 'markdown', 'adoc', 'rst', 'txt']);
const RUNBOOK_FOLDERS = new Set([
  'runbook',
  'runbooks',
  'playbook',
  'playbooks',
]);
const INDEX_PAGES = new Set(['readme', 'index', 'template', '_template']);

/** A runbook of the service with its text, where it could be read. */
export interface Runbook {
  path: string;
  page: MarkdownPage | undefined;
}

function isRunbook(path: string): boolean {
  if (!TEXT_EXTENSIONS.has(extensionOf(path))) {
    return false;
  }
  const name = baseName(path)
    .toLowerCase()
    .replace(/\.[^.]*$/, '');
  if (/(?:^|[-_. ])(?:runbook|run-book|playbook)s?(?:[-_. ]|$)/.test(name)) {
    return true;
  }
  return (
    foldersOf(path).some(folder => RUNBOOK_FOLDERS.has(folder)) &&
    !INDEX_PAGES.has(name)
  );
}

/**
 * The runbooks of the service. An empty file is none. A folder's index counts
 * only where it is the sole page, since it lists the others.
 */
export const readRunbooks = memoizePerContext(
  async (context: DetectorContext): Promise<Runbook[]> => {
    let paths = context.files.filter(isRunbook);
    if (paths.length === 0) {
      paths = context.files.filter(
        path =>
          TEXT_EXTENSIONS.has(extensionOf(path)) &&
          RUNBOOK_FOLDERS.has(foldersOf(path).at(-1) ?? '') &&
          !/template/i.test(baseName(path)),
      );
    }
    const runbooks: Runbook[] = [];
    for (const path of paths) {
      const text = await context.text(path);
      if (text === undefined || text.trim() !== '') {
        runbooks.push({
          path,
          page: text === undefined ? undefined : readMarkdown(text),
        });
      }
    }
    return runbooks;
  },
);

const REVIEW_KEYS = [
  'last_reviewed_on',
  'last_reviewed',
  'lastReviewed',
  'lastReviewedOn',
  'reviewed_on',
  'reviewed',
  'review_date',
];

/** The day in a text, as a moment; undefined for a day that does not exist. */
function dayIn(value: unknown): { day: number; text: string } | undefined {
  const written = value instanceof Date ? value.toISOString() : String(value);
  const text = /\b(\d{4}-\d{2}-\d{2})\b/.exec(written)?.[1];
  const day = text === undefined ? NaN : Date.parse(`${text}T00:00:00Z`);
  return text !== undefined &&
    Number.isFinite(day) &&
    new Date(day).toISOString().startsWith(text)
    ? { day, text }
    : undefined;
}

/** When a runbook says that it was last reviewed. */
async function reviewOf(
  context: DetectorContext,
  runbook: Runbook,
): Promise<{ day: number; path: string; line?: number } | undefined> {
  if (!runbook.page) {
    return undefined;
  }
  for (const key of REVIEW_KEYS) {
    const found = dayIn(runbook.page.frontMatter[key]);
    if (found) {
      const lines = ((await context.text(runbook.path)) ?? '').split('\n');
      const index = lines.findIndex(line =>
        line.trimStart().startsWith(`${key}:`),
      );
      return {
        day: found.day,
        path: runbook.path,
        line: index < 0 ? undefined : index + 1,
      };
    }
  }
  for (const { line, text } of runbook.page.prose) {
    const found = /\blast[ -]review(?:ed)?\b/i.test(text)
      ? dayIn(text)
      : undefined;
    if (found) {
      return { day: found.day, path: runbook.path, line };
    }
  }
  return undefined;
}

/** `runbook.exists` and `runbook.reviewedAt`. */
export const runbooksDetector: Detector = {
  name: 'runbooks',
  facts: ['runbook.exists', 'runbook.reviewedAt'],
  async detect(context) {
    const runbooks = await readRunbooks(context);
    if (runbooks.length === 0) {
      context.fact('runbook.exists', false);
      context.gap(
        'runbook.reviewedAt',
        'there is no runbook: write one in docs/runbooks',
      );
      return;
    }
    context.fact('runbook.exists', true, { file: runbooks[0].path, line: 1 });
    const reviews = [];
    for (const runbook of runbooks) {
      const review = await reviewOf(context, runbook);
      if (review) {
        reviews.push(review);
      }
    }
    reviews.sort((a, b) => a.day - b.day);
    const oldest = reviews.at(0);
    if (oldest) {
      context.fact('runbook.reviewedAt', new Date(oldest.day).toISOString(), {
        file: oldest.path,
        line: oldest.line,
      });
    } else {
      context.gap(
        'runbook.reviewedAt',
        `${runbooks[0].path} does not say when it was last reviewed: add last_reviewed_on to its front matter`,
      );
    }
  },
};
