import type { JsonObject, JsonValue } from '@backstage/types';
import {
  createTemplateRenderer,
  TemplateLimitError,
  TemplateRenderError,
  type TemplateRenderer,
  type TemplateValue,
} from 'nunjitsu';
import { scanPlaceholders, type Placeholder } from './PlaceholderScanner';
import { TemplateProblem } from './TemplateProblem';

const NAME = String.raw`[A-Za-z_]\w*`;
/** A string, or a path of names that no dot precedes. */
const TOKENS = new RegExp(
  String.raw`"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|(?<![\w.])${NAME}(?:\.${NAME})*`,
  'g',
);

/**
 * Renders text with values, in the syntax that Backstage's scaffolder has:
 * `${{ values.name }}` and `{% if … %}`. Stricter than it in one point: what
 * is not defined is an error that names the file and the line, where the
 * scaffolder renders nothing.
 */
export class StrictRenderer {
  static create(options: { values: JsonObject }): StrictRenderer {
    const renderer = createTemplateRenderer({
      trimBlocks: true,
      lstripBlocks: true,
      filters: {
        defined: value => {
          if (value === undefined || value === null) {
            throw new Error('not defined');
          }
          return value;
        },
        json: value => JSON.stringify(value ?? ''),
        // The name in an entity ref: payments of group:default/payments.
        entityName: value => /[^:/]*$/.exec(String(value))?.[0] ?? '',
        pascalCase: value =>
          String(value)
            .split(/[^A-Za-z0-9]+/)
            .map(word => word.charAt(0).toUpperCase() + word.slice(1))
            .join(''),
        snakeCase: value =>
          String(value)
            .replace(/[^A-Za-z0-9]+/g, '_')
            .toLowerCase(),
      },
    });
    return new StrictRenderer(renderer, options.values);
  }

  private constructor(
    private readonly renderer: TemplateRenderer,
    private readonly values: JsonObject,
  ) {}

  /** @throws TemplateProblem */
  render(file: string, source: string): string {
    const placeholders = scanPlaceholders(source);
    for (const placeholder of placeholders) {
      this.checkNames(file, source, placeholder);
    }
    try {
      return this.renderer.render(
        requireOutputs(source, placeholders),
        this.context(),
      );
    } catch (error) {
      throw toProblem(file, error);
    }
  }

  /**
   * Evaluates one expression, such as `values.blocks.cache`.
   *
   * @throws TemplateProblem
   */
  evaluate(file: string, expression: string): JsonValue | undefined {
    const source = `\${{ ${expression} }}`;
    for (const placeholder of scanPlaceholders(source)) {
      this.checkNames(file, source, placeholder);
    }
    try {
      return toJson(this.renderer.renderValue(source, this.context()));
    } catch (error) {
      throw toProblem(file, error);
    }
  }

  private context(): Record<string, TemplateValue> {
    return { values: this.values as TemplateValue };
  }

  /** Conditions take what is not defined for false: its name is checked here. */
  private checkNames(
    file: string,
    source: string,
    { inner, start }: Placeholder,
  ): void {
    for (const match of inner.matchAll(TOKENS)) {
      const [token] = match;
      if (!/^values\b/.test(token)) {
        continue;
      }
      const missing = this.missingName(token.split('.').slice(1));
      if (missing !== undefined) {
        const line = source.slice(0, start + match.index).split('\n').length;
        throw new TemplateProblem(
          file,
          line,
          `values.${missing} is not defined; the answers of this path are ${Object.keys(
            this.values,
          )
            .sort()
            .join(', ')}`,
        );
      }
    }
  }

  private missingName(path: string[]): string | undefined {
    let value: JsonValue | undefined = this.values;
    for (const [index, name] of path.entries()) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        return undefined; // A property of text or of a list, such as length.
      }
      value = Object.hasOwn(value, name) ? value[name] : undefined;
      if (value === undefined) {
        return path.slice(0, index + 1).join('.');
      }
    }
    return undefined;
  }
}

/** Passes every output through a filter that refuses what is not defined. */
function requireOutputs(source: string, placeholders: Placeholder[]): string {
  let result = '';
  let position = 0;
  for (const { kind, inner, start, end } of placeholders) {
    if (kind === 'output') {
      const before = inner.startsWith('-') ? '-' : '';
      const after = inner.endsWith('-') ? '-' : '';
      const expression = inner.slice(
        before.length,
        inner.length - after.length,
      );
      result += `${source.slice(
        position,
        start,
      )}\${{${before}(${expression}) | defined ${after}}}`;
      position = end;
    }
  }
  return result + source.slice(position);
}

function toProblem(file: string, error: unknown): unknown {
  if (error instanceof TemplateRenderError) {
    return new TemplateProblem(
      file,
      error.line,
      error.code === 'capability_error'
        ? 'an output is not defined, or a filter refused its input'
        : error.message.replace(
            /^Template error at line \d+, column \d+: /,
            '',
          ),
    );
  }
  if (error instanceof TemplateLimitError) {
    return new TemplateProblem(file, error.line, error.message);
  }
  return error;
}

function toJson(value: TemplateValue | undefined): JsonValue | undefined {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
