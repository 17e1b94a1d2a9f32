import type {
  CheckColumn,
  ChecklistResponse,
} from '@airworthy/plugin-readiness-common';

type ChecklistQuestion = ChecklistResponse['questions'][number];

/** A check that has a column of its own. */
export interface CheckLeaf {
  kind: 'check';
  key: string;
  check: CheckColumn;
  question: ChecklistQuestion;
  /** Places in the packed statuses. */
  indices: readonly number[];
  left: number;
  width: number;
  /** The first of its question: it bears the dividing line. */
  first: boolean;
}

/** A question whose checks share one column. */
export interface QuestionLeaf {
  kind: 'question';
  key: string;
  question: ChecklistQuestion;
  indices: readonly number[];
  left: number;
  width: number;
  first: true;
}

/** One column right of the services. */
export type Leaf = CheckLeaf | QuestionLeaf;

/** The header above the columns of one question. */
export interface QuestionSpan {
  question: ChecklistQuestion;
  folded: boolean;
  /** Number of its first and last column among the leaves. */
  from: number;
  to: number;
  left: number;
  width: number;
  indices: readonly number[];
}

/** The columns of the matrix, placed. */
export interface MatrixColumns {
  leaves: Leaf[];
  spans: QuestionSpan[];
  width: number;
}

/** Width of a check's column, in pixels. */
export const CHECK_WIDTH = 24;
/** Width of a folded question's column. */
export const FOLDED_WIDTH = 48;

/** Room that a question's short title needs, at 11.5 pixels and bold. */
function titleWidth({ shortTitle, number }: ChecklistQuestion): number {
  return Math.ceil(shortTitle.length * 5.8 + (number === undefined ? 6 : 16));
}

/**
 * Places the columns in the checklist's order. A question with few checks gets
 * wider ones, so that its title can be read.
 */
export function matrixColumns(
  checklist: Pick<ChecklistResponse, 'questions' | 'columns'>,
  options: { folded: readonly string[]; hidden: readonly string[] },
): MatrixColumns {
  const folded = new Set(options.folded);
  const hidden = new Set(options.hidden);
  const leaves: Leaf[] = [];
  const spans: QuestionSpan[] = [];
  let left = 0;
  for (const question of checklist.questions) {
    const checks = checklist.columns
      .map((check, index) => ({ check, index }))
      .filter(
        ({ check }) => check.question === question.id && !hidden.has(check.id),
      );
    if (checks.length === 0) {
      continue;
    }
    const indices = checks.map(({ index }) => index);
    const span = {
      question,
      folded: folded.has(question.id),
      from: leaves.length,
      left,
      indices,
    };
    if (span.folded) {
      leaves.push({
        kind: 'question',
        key: question.id,
        question,
        indices,
        left,
        width: FOLDED_WIDTH,
        first: true,
      });
      left += FOLDED_WIDTH;
    } else {
      const width = Math.max(
        CHECK_WIDTH,
        Math.ceil(titleWidth(question) / checks.length),
      );
      for (const { check, index } of checks) {
        leaves.push({
          kind: 'check',
          key: check.id,
          check,
          question,
          indices: [index],
          left,
          width,
          first: leaves.length === span.from,
        });
        left += width;
      }
    }
    spans.push({ ...span, to: leaves.length - 1, width: left - span.left });
  }
  return { leaves, spans, width: left };
}
