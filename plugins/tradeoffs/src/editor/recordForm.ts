import {
  editRecord,
  parseRecord,
  splitFrontMatter,
  type AcceptedCheck,
  type RecordEdit,
  type Tradeoff,
  type TradeoffRecord,
} from '@airworthy/plugin-tradeoffs-common';
import { applyTextChange, shownText } from './applyTextChange';

/** The part of a record that the editor has fields for. */
export interface RecordForm {
  title: string;
  /** `YYYY-MM-DD`. */
  date: string;
  /** Entity references or names, as lines. */
  decisionMakers: string;
  /** Such as `6 months`. */
  reviewIn: string;
  reversibility: '' | 'one-way' | 'two-way';
  tradeoffs: Tradeoff[];
  accepts: AcceptedCheck[];
  /** Markdown below the front matter, with the line ends of a text area. */
  body: string;
}

/** A text with the form that was read from it. */
export interface FormBase {
  content: string;
  /** Absent where the text cannot be read: then it is edited as a file. */
  form?: RecordForm;
}

/** Reads the form off a text. */
export function baseOf(content: string): FormBase {
  // A record that has no title yet is one all the same: the field is for that.
  const text = content.replace(/^#[ \t]*$/m, '# Untitled');
  const { record } = parseRecord({ file: 'record.md', text });
  if (!record) {
    return { content };
  }
  return { content, form: formOf(record, content) };
}

function formOf(record: TradeoffRecord, content: string): RecordForm {
  const body = shownText(splitFrontMatter(content).body.text);
  return {
    title: titleOf(body) ?? record.title,
    date: record.date ?? '',
    decisionMakers: record.decisionMakers.join('\n'),
    reviewIn: record.reviewIn ?? '',
    reversibility: record.reversibility ?? '',
    tradeoffs: record.tradeoffs,
    accepts: record.accepts,
    body,
  };
}

const TITLE = /^#[ \t]+([^\n]*)$/m;

/** The first heading of depth 1, as written. */
export function titleOf(body: string): string | undefined {
  return TITLE.exec(body)?.[1].trim();
}

/** The body with another title; the heading is added where it lacks one. */
export function withTitle(body: string, title: string): string {
  // A function: a dollar sign in a title is no pattern.
  return TITLE.test(body)
    ? body.replace(TITLE, () => `# ${title}`)
    : `# ${title}\n\n${body}`;
}

/**
 * The text that a form makes of the one it was read from. Only what differs is
 * written: a form that nobody touched gives the same bytes.
 */
export function applyForm(base: FormBase, form: RecordForm): string {
  const before = base.form;
  if (!before) {
    return base.content;
  }
  const edits: RecordEdit[] = [];
  const isEdited = (name: keyof RecordForm) =>
    JSON.stringify(before[name]) !== JSON.stringify(form[name]);
  if (isEdited('date')) {
    edits.push({ path: ['date'], value: form.date || undefined });
  }
  if (isEdited('decisionMakers')) {
    const people = linesOf(form.decisionMakers);
    edits.push({
      path: [decidersKey(base.content)],
      value: people.length > 0 ? people : undefined,
    });
  }
  if (isEdited('reviewIn')) {
    edits.push({
      path: ['review_in'],
      value: form.reviewIn.trim() || undefined,
    });
  }
  const nested: RecordEdit[] = [];
  if (isEdited('reversibility')) {
    nested.push({
      path: ['airworthy', 'reversibility'],
      value: form.reversibility || undefined,
    });
  }
  if (isEdited('tradeoffs')) {
    nested.push({
      path: ['airworthy', 'tradeoffs'],
      value: orNone(form.tradeoffs.map(writtenTradeoff)),
    });
  }
  if (isEdited('accepts')) {
    nested.push({
      path: ['airworthy', 'accepts'],
      value: orNone(form.accepts.map(writtenAccept)),
    });
  }
  if (nested.length > 0 && !hasAirworthy(base.content)) {
    // Without its version our part of the front matter is none.
    nested.unshift({ path: ['airworthy', 'schemaVersion'], value: 1 });
  }
  const body = isEdited('body')
    ? applyTextChange(splitFrontMatter(base.content).body.text, form.body)
    : undefined;
  return editRecord(base.content, { edits: [...edits, ...nested], body });
}

/** Lines with something on them. */
export function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
}

/** MADR 2 and 3 call them deciders: the record keeps its own word. */
function decidersKey(content: string): string {
  const frontMatter = splitFrontMatter(content).frontMatter?.text ?? '';
  return /^deciders\s*:/m.test(frontMatter) ? 'deciders' : 'decision-makers';
}

function hasAirworthy(content: string): boolean {
  const frontMatter = splitFrontMatter(content).frontMatter?.text ?? '';
  return /^airworthy\s*:/m.test(frontMatter);
}

function orNone<T>(values: T[]): T[] | undefined {
  return values.length > 0 ? values : undefined;
}

/** A tradeoff without what is empty: the format's own defaults. */
function writtenTradeoff(tradeoff: Tradeoff): object {
  const scenario = Object.fromEntries(
    Object.entries(tradeoff.scenario ?? {}).filter(([, text]) => text),
  );
  return withoutEmpty({
    axis: tradeoff.axis,
    position: tradeoff.position,
    rationale: tradeoff.rationale,
    qualityAttributes: tradeoff.qualityAttributes,
    scenario,
    assumptions: tradeoff.assumptions.map(withoutEmpty),
    revisitWhen: tradeoff.revisitWhen,
    evidence: tradeoff.evidence.map(withoutEmpty),
  });
}

function writtenAccept(accept: AcceptedCheck): object {
  return withoutEmpty({ ...accept });
}

function withoutEmpty(value: object): object {
  return Object.fromEntries(
    Object.entries(value).filter(
      ([, entry]) =>
        entry !== undefined &&
        entry !== '' &&
        !(
          typeof entry === 'object' &&
          entry !== null &&
          Object.keys(entry).length === 0
        ),
    ),
  );
}
