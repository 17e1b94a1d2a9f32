import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { readDependencies } from './support/dependencies/readDependencies';
import {
  isOutOfForce,
  readServiceDocuments,
  sectionLines,
} from './support/documents';
import type { Ecosystem } from './support/dependencies/types';
import { extensionOf } from './support/paths';
import { lineAt } from './support/source/expressions';
import { readSourceFiles } from './support/source/sourceFiles';

const LIBRARIES: ReadonlyArray<[Ecosystem, readonly string[]]> = [
  [
    'maven',
    [
      'org.hibernate:hibernate-envers',
      'org.hibernate.orm:hibernate-envers',
      'org.springframework.data:spring-data-envers',
      'org.javers:*',
    ],
  ],
  [
    'pypi',
    ['django-auditlog', 'django-simple-history', 'sqlalchemy-continuum'],
  ],
  ['gem', ['paper_trail', 'audited', 'logidze']],
  ['nuget', ['audit.net', 'audit.entityframework.core']],
];

/** A table that holds who did what. */
const TABLE =
  /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?["'`]?(?:\w{1,60}\.)?["'`]?(\w{0,40}audit\w{0,40})\b|\bpgaudit\b|\b(?:createTable|create_table)\(\s*["':](\w{0,40}audit\w{0,40})/i;

/** Code that writes down who did what. */
const CODE =
  /\binsert\s+into\s+["'`]?(?:\w{1,60}\.)?["'`]?\w{0,40}audit\w{0,40}|\baudit(?:Log(?:ger)?|Trail|Event|or)?\s*(?:\.\s*\w{1,40}\s*)?\(\s*[\w{"'`&.]|\bAuditEvent\b\s*\(|@Audited\b|\bauditor\.createEvent\b/i;

async function inSource(context: DetectorContext): Promise<Origin | undefined> {
  for (const file of await readSourceFiles(context)) {
    const match = CODE.exec(file.masked().code);
    if (match) {
      return { file: file.path, line: lineAt(file.text, match.index) };
    }
  }
  return undefined;
}

async function inSchema(context: DetectorContext): Promise<Origin | undefined> {
  for (const path of context.files) {
    const isSchema =
      extensionOf(path) === 'sql' || /(?:^|\/)migrations?\//i.test(path);
    const text = isSchema ? await context.text(path) : undefined;
    const match = text && TABLE.exec(text);
    if (text && match) {
      return { file: path, line: lineAt(text, match.index) };
    }
  }
  return undefined;
}

/** A section that says who keeps the log, and what it holds. */
async function inDocuments(
  context: DetectorContext,
): Promise<Origin | undefined> {
  for (const document of await readServiceDocuments(context)) {
    const heading = document.page.headings.find(
      ({ text, line }) =>
        /\baudit(?:s|ed|ing)?\b/i.test(text) &&
        sectionLines(document.page, line).some(({ text: body }) =>
          /\w{3}/.test(body),
        ),
    );
    if (heading && !isOutOfForce(document)) {
      return { file: document.path, line: heading.line };
    }
  }
  return undefined;
}

/**
 * `audit.logged`: a table, a library or code that keeps who did what, or a
 * section of the documents that says where it is kept.
 */
export const auditDetector: Detector = {
  name: 'audit',
  facts: ['audit.logged'],
  async detect(context) {
    const dependencies = await readDependencies(context);
    const library = LIBRARIES.map(([ecosystem, names]) =>
      dependencies.find(ecosystem, names),
    ).find(found => found !== undefined);
    const origin =
      (await inSource(context)) ??
      (await inSchema(context)) ??
      library?.origin ??
      (await inDocuments(context));
    if (origin) {
      context.fact('audit.logged', true, origin);
    } else {
      context.gap(
        'audit.logged',
        'neither the source, the schema nor a document names an audit log: keep one, or attest that nothing sensitive is done',
      );
    }
  },
};
