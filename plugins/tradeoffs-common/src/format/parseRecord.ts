import { parseDocument, isNode, type Document, type ParsedNode } from 'yaml';
import type { ZodError } from 'zod';
import type {
  RecordFormat,
  RecordProblem,
  TradeoffRecord,
} from '../model/types';
import { isCalendarDate } from './calendarDate';
import { frontMatterSchema, type FrontMatter } from './frontMatterSchema';
import { LinePositions } from './LinePositions';
import { parseStatus } from './parseStatus';
import { readBody, type RecordBody } from './readBody';
import { splitFrontMatter, type RecordParts } from './splitFrontMatter';

/**
 * Bytes of a record's file that are read: a larger one is an error, not a wait.
 *
 * @public
 */
export const MAX_RECORD_LENGTH = 262_144;

/** Aliases in front matter that are expanded: more is a bomb. */
const MAX_ALIASES = 50;

/**
 * A record as far as it could be read, and what is wrong with it. With an
 * error among the problems there is no record, and the file stays listed.
 *
 * @public
 */
export interface ParsedRecord {
  record?: TradeoffRecord;
  problems: RecordProblem[];
}

/**
 * Reads one record in any of the known dialects.
 *
 * @example
 * parseRecord({ file: 'docs/decisions/0007-one-zone.md', text });
 *
 * @public
 */
export function parseRecord(options: {
  file: string;
  text: string;
}): ParsedRecord {
  const { file, text } = options;
  const positions = new LinePositions(text);
  const problems: RecordProblem[] = [];
  const report = (
    offset: number,
    severity: RecordProblem['severity'],
    code: string,
    message: string,
  ) => {
    problems.push({ file, ...positions.at(offset), severity, code, message });
  };

  if (text.length > MAX_RECORD_LENGTH) {
    report(
      0,
      'error',
      'too-large',
      `the file has ${text.length} characters, ${MAX_RECORD_LENGTH} are read: move attachments out of the record`,
    );
    return { problems };
  }
  const parts = splitFrontMatter(text);
  if (parts.unclosed) {
    report(
      0,
      'error',
      'unclosed-front-matter',
      'the opening --- has no closing ---',
    );
    return { problems };
  }
  if (parts.language) {
    report(
      0,
      'error',
      'front-matter-language',
      `front matter is YAML; "---${parts.language.slice(0, 20)}" is not read`,
    );
    return { problems };
  }

  const frontMatter = parts.frontMatter
    ? readFrontMatter(parts.frontMatter, report)
    : undefined;
  if (problems.some(problem => problem.severity === 'error')) {
    return { problems };
  }
  const body = readBody(parts.body.text, positions.at(parts.body.offset).line);
  const record = assemble({
    file,
    parts,
    frontMatter,
    body,
    report,
    positions,
  });
  return problems.some(problem => problem.severity === 'error')
    ? { problems }
    : { record, problems };
}

type Report = (
  offset: number,
  severity: RecordProblem['severity'],
  code: string,
  message: string,
) => void;

function readFrontMatter(
  part: NonNullable<RecordParts['frontMatter']>,
  report: Report,
): FrontMatter | undefined {
  const document = parseDocument(part.text, {
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: true,
  });
  for (const error of document.errors) {
    report(part.offset + error.pos[0], 'error', 'invalid-yaml', error.message);
  }
  if (document.errors.length > 0) {
    return undefined;
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: MAX_ALIASES }) ?? {};
  } catch (error) {
    report(
      part.offset,
      'error',
      'too-many-aliases',
      `aliases expand beyond ${MAX_ALIASES}: ${
        error instanceof Error ? error.message : String(error)
      }`,
    );
    return undefined;
  }
  const parsed = frontMatterSchema.safeParse(value);
  if (!parsed.success) {
    reportIssues(parsed.error, document, part.offset, report);
    return undefined;
  }
  return parsed.data;
}

function reportIssues(
  error: ZodError,
  document: Document.Parsed<ParsedNode>,
  offset: number,
  report: Report,
): void {
  for (const issue of error.issues) {
    const path = issue.path.map(part =>
      typeof part === 'number' ? part : String(part),
    );
    report(
      offset + offsetOf(document, path),
      'error',
      path.some(part => /date|until|reviewed|observedAt/.test(String(part)))
        ? 'invalid-date'
        : 'invalid-field',
      `${path.join('.') || 'front matter'} ${issue.message}`,
    );
  }
}

/** Where a value stands; where it is absent, the nearest that holds it. */
function offsetOf(
  document: Document.Parsed<ParsedNode>,
  path: Array<string | number>,
): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) {
      return node.range[0];
    }
  }
  return 0;
}

function assemble(input: {
  file: string;
  parts: RecordParts;
  frontMatter: FrontMatter | undefined;
  body: RecordBody;
  report: Report;
  positions: LinePositions;
}): TradeoffRecord {
  const { file, parts, frontMatter, body, report } = input;
  const ours = frontMatter?.airworthy;
  const format = recognise(frontMatter, body, parts);

  const statusText = findStatus(frontMatter, body);
  const status = statusText === undefined ? undefined : parseStatus(statusText);
  if (statusText !== undefined && !status) {
    report(
      0,
      'error',
      'unknown-status',
      `status "${statusText.slice(
        0,
        60,
      )}" is none of draft, proposed, accepted, rejected, deprecated, superseded by …`,
    );
  }
  const title = frontMatter?.title ?? body.title;
  if (!title) {
    report(
      parts.body.offset,
      'error',
      'no-title',
      'the record has no title: begin its text with "# Title"',
    );
  }
  const date = frontMatter?.date ?? body.fields.get('date')?.value;
  if (date !== undefined && !isCalendarDate(date)) {
    report(
      0,
      frontMatter?.date === undefined ? 'warning' : 'error',
      'invalid-date',
      `date "${date.slice(0, 30)}" is not a day of the calendar as YYYY-MM-DD`,
    );
  }
  if (/\{[^{}\n]{3,120}\}/.test(stripCode(parts.body.text))) {
    report(
      parts.body.offset,
      'warning',
      'unfilled-template',
      'a placeholder in braces is left from the template',
    );
  }
  return {
    id: ours?.id ?? baseName(file),
    title: (title ?? baseName(file)).replace(/^\d+[.)]\s+/, ''),
    format,
    status: status?.status ?? 'proposed',
    ...(status?.supersededBy && { supersededBy: status.supersededBy }),
    ...(date && isCalendarDate(date) && { date }),
    decisionMakers:
      frontMatter?.['decision-makers'] ??
      frontMatter?.deciders ??
      splitNames(body.fields.get('deciders')?.value),
    consulted: frontMatter?.consulted ?? [],
    informed: frontMatter?.informed ?? [],
    ...(frontMatter?.last_reviewed_on && {
      lastReviewedOn: frontMatter.last_reviewed_on,
    }),
    ...(frontMatter?.review_in && { reviewIn: frontMatter.review_in }),
    links: frontMatter?.links ?? [],
    entityRefs: (ours?.entityRefs ?? []).map(ref =>
      ref.toLocaleLowerCase('en-US'),
    ),
    ...(ours?.reversibility && { reversibility: ours.reversibility }),
    tradeoffs: ours?.tradeoffs ?? [],
    accepts: ours?.accepts ?? [],
    design: ours?.design ?? {},
    sections: body.sections,
    options: body.options,
    ...(body.chosenOption && { chosenOption: body.chosenOption }),
    body: parts.body.text,
  };
}

function recognise(
  frontMatter: FrontMatter | undefined,
  body: RecordBody,
  parts: RecordParts,
): RecordFormat {
  const has = (title: RegExp) =>
    body.sections.some(section => title.test(section.title));
  if (frontMatter?.airworthy) {
    return 'airworthy';
  }
  if (frontMatter && (frontMatter.status || frontMatter.date)) {
    return frontMatter['decision-makers'] ? 'madr-4' : 'madr-3';
  }
  if (body.fields.has('status')) {
    // Both write "Status: …" as a list; log4brains uses dashes and tags.
    return body.fields.has('tags') || /^- Status:/im.test(parts.body.text)
      ? 'log4brains'
      : 'madr-2';
  }
  if (has(/^status$/i) && has(/^decision$/i)) {
    return 'nygard';
  }
  return 'unknown';
}

/** The status as written; a link in Nygard's section as the address it leads to. */
function findStatus(
  frontMatter: FrontMatter | undefined,
  body: RecordBody,
): string | undefined {
  if (frontMatter?.status !== undefined) {
    return frontMatter.status;
  }
  const field = body.fields.get('status')?.value;
  if (field) {
    return field;
  }
  // Nygard's tools append lines such as "Supersedes …"; the first says it.
  const section = body.sections.find(({ title }) => /^status$/i.test(title));
  const line = section?.text.split('\n').find(text => text.trim() !== '');
  return line && /^supersed/i.test(line) && section?.links[0]
    ? `superseded by ${section.links[0]}`
    : line;
}

function splitNames(value: string | undefined): string[] {
  return (value ?? '')
    .split(',')
    .map(name => name.trim())
    .filter(Boolean);
}

function stripCode(markdown: string): string {
  return markdown
    .replace(/^(```|~~~)[\s\S]*?^\1/gm, '')
    .replace(/`[^`\n]*`/g, '');
}

function baseName(file: string): string {
  return (file.split('/').pop() ?? file).replace(/\.(md|markdown)$/i, '');
}
