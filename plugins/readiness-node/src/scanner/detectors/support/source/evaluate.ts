import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../../Detector';
import { workloadEnvironment } from '../workloadEnvironment';
import {
  DURATION_CALLS,
  durationOf,
  GO_UNITS,
  MILLISECONDS,
} from './durations';
import { expressionAt, lineAt, type Piece, splitAtCommas } from './expressions';
import { maskSource } from './maskSource';
import { readSourceFiles, type SourceFile } from './sourceFiles';

/** What an expression amounts to, as far as the repository tells. */
export type Evaluated =
  | { kind: 'number'; value: number; duration: boolean; origin: Origin }
  | { kind: 'text'; value: string; origin: Origin }
  /** Switched off: `undefined`, `None`, `false`. */
  | { kind: 'unset'; origin: Origin }
  /** Half a sentence on why it cannot be told. */
  | { kind: 'unknown'; reason: string; origin: Origin };

/** Names that stand for names that stand for values end here. */
const MAX_DEPTH = 5;

/** Longer expressions are no values. */
const MAX_LENGTH = 2000;

/** Steps that one value may take: names with many meanings branch. */
const MAX_STEPS = 200;

const ENVIRONMENT =
  /^(?:process\.env\.(\w+)|(?:process\.env|import\.meta\.env|os\.environ|ENV)\[\s*["']([^"']+)["']\s*\]|import\.meta\.env\.([A-Z][A-Z0-9_]+)|(?:os\.environ\.get|os\.getenv|os\.Getenv|os\.LookupEnv|System\.getenv|ENV\.fetch|(?:std::)?env::var|Environment\.GetEnvironmentVariable|Deno\.env\.get|env|config)\(\s*["']([A-Z][A-Z0-9_]+)["'][^]*)$/;

const WRAPPER =
  /^(?:Number|Number\.parseInt|Number\.parseFloat|parseInt|parseFloat|String|int|float|str|Integer\.parseInt|Long\.parseLong|Integer\.valueOf|strconv\.Atoi|int\.Parse|Integer|int32|int64|uint32|uint64|time\.Duration)\(/;

/** Finds an operator that no bracket and no string holds. */
function splitAtOperator(
  text: string,
  skeleton: string,
  operators: readonly string[],
): [string, string] | undefined {
  let depth = 0;
  for (let index = 0; index < skeleton.length; index += 1) {
    if ('([{'.includes(skeleton[index])) {
      depth += 1;
    } else if (')]}'.includes(skeleton[index])) {
      depth -= 1;
    } else if (depth === 0 && index > 0) {
      const operator = operators.find(candidate =>
        skeleton.startsWith(candidate, index),
      );
      if (operator) {
        return [text.slice(0, index), text.slice(index + operator.length)];
      }
    }
  }
  return undefined;
}

/** Evaluates the literal parts of one service's source. */
export class Evaluator {
  static async create(context: DetectorContext): Promise<Evaluator> {
    return new Evaluator(
      await readSourceFiles(context),
      await workloadEnvironment(context),
    );
  }

  private steps = 0;

  private constructor(
    private readonly files: readonly SourceFile[],
    private readonly environment: Awaited<
      ReturnType<typeof workloadEnvironment>
    >,
  ) {}

  /** Evaluates an expression of a file. */
  evaluate(file: SourceFile, piece: Piece, depth = 0): Evaluated {
    const origin = { file: file.path, line: lineAt(file.text, piece.offset) };
    this.steps = depth === 0 ? 1 : this.steps + 1;
    const text =
      piece.text.length > MAX_LENGTH
        ? piece.text
        : piece.text.trim().replace(/\s+as\s+\w+$|!$/g, '');
    if (
      depth > MAX_DEPTH ||
      this.steps > MAX_STEPS ||
      text.length > MAX_LENGTH
    ) {
      return {
        kind: 'unknown',
        reason: `${text.slice(0, 60)} leads too far`,
        origin,
      };
    }
    const at = (inner: string) => {
      const found = piece.text.indexOf(inner);
      return { text: inner, offset: piece.offset + Math.max(0, found) };
    };
    const literal = this.literal(text, origin);
    if (literal) {
      return literal;
    }
    const { skeleton } = maskSource(text, file.syntax);
    const fallback = splitAtOperator(text, skeleton, [
      '??',
      '||',
      ' or ',
      '?:',
    ]);
    if (fallback) {
      const first = this.evaluate(file, at(fallback[0].trim()), depth + 1);
      return first.kind === 'unknown' || first.kind === 'unset'
        ? this.evaluate(file, at(fallback[1].trim()), depth + 1)
        : first;
    }
    const wrapper = WRAPPER.exec(text)?.[0];
    if (wrapper && text.endsWith(')') && !/\)\s*[*/+-]/.test(skeleton)) {
      const inner = splitAtCommas(
        file,
        piece.offset + piece.text.indexOf(wrapper) + wrapper.length,
        piece.offset + piece.text.lastIndexOf(')'),
      ).at(0);
      return inner
        ? this.evaluate(file, inner, depth + 1)
        : { kind: 'unset', origin };
    }
    const product = splitAtOperator(text, skeleton, ['*']);
    if (product) {
      return this.product(
        this.evaluate(file, at(product[0].trim()), depth + 1),
        this.evaluate(file, at(product[1].trim()), depth + 1),
        origin,
      );
    }
    return (
      this.durationCall(file, piece, text, depth) ??
      this.environmentRead(file, piece, text, depth) ??
      this.schemaDefault(file, piece, text, depth) ??
      this.named(file, text, origin, depth)
    );
  }

  /** The value that the manifests give a variable, where they do. */
  variable(name: string): Evaluated | undefined {
    const found = this.environment.get(name);
    if (!found) {
      return undefined;
    }
    return found.value === undefined
      ? {
          kind: 'unknown',
          reason: `${name} comes from a Secret`,
          origin: found.origin,
        }
      : this.textOrNumber(found.value, found.origin);
  }

  private literal(text: string, origin: Origin): Evaluated | undefined {
    if (/^(?:undefined|null|nil|None|false|False)$/.test(text)) {
      return { kind: 'unset', origin };
    }
    if (/^[+-]?\d[\d_]*(?:\.\d+)?(?:e\d+)?[LlFfDdMmn]?$/.test(text)) {
      return {
        kind: 'number',
        value: Number(text.replace(/_|[LlFfDdMmn]$/g, '')),
        duration: false,
        origin,
      };
    }
    const ruby = /^(\d[\d_]*)\.(milliseconds?|seconds?|minutes?)$/.exec(text);
    if (ruby) {
      return {
        kind: 'number',
        value: Number(ruby[1].replace(/_/g, '')) * MILLISECONDS[ruby[2]],
        duration: true,
        origin,
      };
    }
    if (GO_UNITS[text] !== undefined) {
      return { kind: 'number', value: GO_UNITS[text], duration: true, origin };
    }
    const quoted = /^(?:[frbu]{1,2})?(["'`])([^]*)\1$/.exec(text);
    if (quoted && !quoted[2].includes(quoted[1])) {
      return this.textOrNumber(quoted[2], origin);
    }
    return undefined;
  }

  private textOrNumber(text: string, origin: Origin): Evaluated {
    const trimmed = text.trim();
    if (/^\d{1,15}(?:\.\d{1,6})?$/.test(trimmed)) {
      return {
        kind: 'number',
        value: Number(trimmed),
        duration: false,
        origin,
      };
    }
    const duration = durationOf(trimmed);
    return duration === undefined
      ? { kind: 'text', value: text, origin }
      : { kind: 'number', value: duration, duration: true, origin };
  }

  private product(
    left: Evaluated,
    right: Evaluated,
    origin: Origin,
  ): Evaluated {
    if (left.kind === 'number' && right.kind === 'number') {
      return {
        kind: 'number',
        value: left.value * right.value,
        duration: left.duration || right.duration,
        origin: left.origin,
      };
    }
    return (
      [left, right].find(({ kind }) => kind === 'unknown') ?? {
        kind: 'unknown',
        reason: 'it is computed',
        origin,
      }
    );
  }

  private durationCall(
    file: SourceFile,
    piece: Piece,
    text: string,
    depth: number,
  ): Evaluated | undefined {
    const [, callee, inner] =
      /^([\w.:]{1,60})\(([^()]{1,60})\)$/.exec(text) ?? [];
    const named = /^(?:datetime\.)?timedelta$/.test(callee ?? '')
      ? /^(milliseconds|seconds|minutes)\s*=\s*(.+)$/.exec(inner)
      : undefined;
    const factor = named
      ? MILLISECONDS[named[1]]
      : Object.entries(DURATION_CALLS).find(
          ([name]) =>
            callee === name ||
            callee?.endsWith(`.${name}`) ||
            callee?.endsWith(`::${name}`),
        )?.[1];
    if (factor === undefined) {
      return undefined;
    }
    const amount = this.evaluate(
      file,
      { text: named ? named[2] : inner, offset: piece.offset },
      depth + 1,
    );
    return amount.kind === 'number'
      ? { ...amount, value: amount.value * factor, duration: true }
      : amount;
  }

  private environmentRead(
    file: SourceFile,
    piece: Piece,
    text: string,
    depth: number,
  ): Evaluated | undefined {
    const match = ENVIRONMENT.exec(text);
    const name = match && (match[1] ?? match[2] ?? match[3] ?? match[4]);
    if (!match || !name || (match[4] !== undefined && !text.endsWith(')'))) {
      return undefined;
    }
    const origin = { file: file.path, line: lineAt(file.text, piece.offset) };
    const set = this.variable(name);
    if (set && set.kind !== 'unknown') {
      return set;
    }
    if (match[4] !== undefined) {
      const open = piece.offset + piece.text.indexOf('(') + 1;
      const given = splitAtCommas(
        file,
        open,
        piece.offset + piece.text.lastIndexOf(')'),
      );
      const fallback = given
        .slice(1)
        .find(({ text: argument }) => !/^cast\s*=/.test(argument));
      if (fallback) {
        const equals =
          /^default\s*[=:]\s*/.exec(fallback.text)?.[0].length ?? 0;
        return this.evaluate(
          file,
          {
            text: fallback.text.slice(equals),
            offset: fallback.offset + equals,
          },
          depth + 1,
        );
      }
    }
    return (
      set ?? {
        kind: 'unknown',
        reason: `${name} has a value neither in the code nor in the manifests`,
        origin,
      }
    );
  }

  /** `z.coerce.number().default(5000)`, `Field(default=5)`, `num({ default: 5 })`. */
  private schemaDefault(
    file: SourceFile,
    piece: Piece,
    text: string,
    depth: number,
  ): Evaluated | undefined {
    const found =
      /(?:\.default\(|\bdefault\s*[:=]\s*)(["']?[\w.]{1,40}["']?)/.exec(text);
    return found
      ? this.evaluate(
          file,
          {
            text: found[1],
            offset: piece.offset + Math.max(0, piece.text.indexOf(found[0])),
          },
          depth + 1,
        )
      : undefined;
  }

  /** The value of a constant, or of a property that one object alone has. */
  private named(
    file: SourceFile,
    text: string,
    origin: Origin,
    depth: number,
  ): Evaluated {
    const unknown: Evaluated = {
      kind: 'unknown',
      reason: `${text.slice(0, 60)} is not a literal`,
      origin,
    };
    const name = /^[\w$.?]{1,100}$/.test(text)
      ? text.split('.').at(-1)
      : undefined;
    if (name === undefined || !/^[A-Za-z_$][\w$]*$/.test(name)) {
      return unknown;
    }
    if (/^[A-Z][A-Z0-9_]+$/.test(name)) {
      const set = this.variable(name);
      if (set && set.kind !== 'unknown') {
        return set;
      }
    }
    const isPath = text.includes('.');
    const places = isPath
      ? this.files
      : [file, ...this.files.filter(other => other !== file)];
    let found: Evaluated | undefined;
    for (const place of places) {
      for (const piece of this.definitionsOf(place, name)) {
        const value = this.evaluate(place, piece, depth + 1);
        if (value.kind === 'unknown') {
          continue;
        }
        if (found && !sameValue(found, value)) {
          return unknown;
        }
        found ??= value;
      }
      if (found && !isPath) {
        return found;
      }
    }
    return found ?? unknown;
  }

  private definitionsOf(file: SourceFile, name: string): Piece[] {
    const { code, skeleton } = file.masked();
    const pieces: Piece[] = [];
    for (
      let at = code.indexOf(name);
      at >= 0 && pieces.length < 20;
      at = code.indexOf(name, at + name.length)
    ) {
      const before = skeleton[at - 1] ?? ' ';
      const rest = skeleton.slice(at + name.length, at + name.length + 120);
      const quoted = /["']/.test(before) && /^["']/.test(rest);
      if (/[\w$.]/.test(before) || (/^[\w$]/.test(rest) && !quoted)) {
        continue;
      }
      const assigned =
        /^["']?\s*(?:(?::\s*[A-Za-z][\w<>[\], |.]{0,60})?\s*:?=(?!=|>)|:(?![:=]))\s*/.exec(
          rest,
        );
      if (assigned) {
        pieces.push(expressionAt(file, at + name.length + assigned[0].length));
      }
    }
    return pieces;
  }
}

function sameValue(a: Evaluated, b: Evaluated): boolean {
  return (
    a.kind === b.kind &&
    (a.kind === 'unset' ||
      ('value' in a && 'value' in b && a.value === b.value))
  );
}
