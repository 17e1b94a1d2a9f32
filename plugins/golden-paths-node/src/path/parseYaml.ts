import type { JsonValue } from '@backstage/types';
import { LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { TemplateProblem } from '../render/TemplateProblem';

/**
 * Reads one YAML document and checks its shape.
 *
 * @throws TemplateProblem naming file, line and field
 */
export function parseYaml<Schema extends z.ZodType>(
  file: string,
  source: string,
  schema: Schema,
): z.output<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(source, {
    lineCounter: lines,
    prettyErrors: false,
  });
  const [fault] = document.errors;
  if (fault) {
    throw new TemplateProblem(
      file,
      lines.linePos(fault.pos[0]).line,
      fault.message,
    );
  }
  const value: JsonValue = document.toJS({ maxAliasCount: 100 });
  const result = schema.safeParse(value);
  if (result.success) {
    return result.data;
  }
  const [issue] = result.error.issues;
  const node = document.getIn(issue.path, true) ?? document.contents;
  const range =
    typeof node === 'object' && node !== null && 'range' in node
      ? node.range
      : undefined;
  const offset = Array.isArray(range) ? Number(range[0]) : 0;
  const field = issue.path.join('.');
  throw new TemplateProblem(
    file,
    lines.linePos(offset).line,
    field ? `${field}: ${issue.message}` : issue.message,
  );
}
