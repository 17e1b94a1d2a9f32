import type { Evaluated } from '../support/source/evaluate';
import { expressionAt, type Piece } from '../support/source/expressions';
import type { SourceFile } from '../support/source/sourceFiles';
import type { Parameter, SettingReading } from './ClientLibrary';
import { millisecondsIn } from './timeouts';

/** Names of environment variables that an expression reads. */
export function environmentIn(text: string): string[] {
  return [
    ...text.matchAll(
      /(?:process\.env\.|\benv\.|env\(\s*["']|environ(?:\.get)?[[(]\s*["']|getenv\(\s*["']|Getenv\(\s*["']|ENV\[\s*["']|fetch\(\s*["'])([A-Z][A-Z0-9_]{1,80})/g,
    ),
  ].map(match => match[1]);
}

/** What is assigned to a field of this name: `config.MaxConns = 15`. */
export function assignmentTo(
  file: SourceFile,
  name: string,
): Piece | undefined {
  const escaped = name.replace(/[.$[\]]/g, '\\$&');
  const match = new RegExp(`\\.${escaped}\\s*=(?!=)\\s*`).exec(
    file.masked().code,
  );
  return match ? expressionAt(file, match.index + match[0].length) : undefined;
}

/** A value in the unit that the parameter is in. */
export function numberOf(
  parameter: Parameter,
  value: Evaluated,
): SettingReading {
  const { origin } = value;
  switch (value.kind) {
    case 'unset':
      return { value: 0, origin };
    case 'number':
      return {
        value: Math.round(
          value.duration || parameter.unit !== 's'
            ? value.value
            : value.value * 1000,
        ),
        origin,
      };
    case 'text':
      return {
        value:
          parameter.within === 'options'
            ? parameterInOptions(value.value)
            : millisecondsIn(value.value, parameter.unit),
        origin,
      };
    default:
      return { reason: value.reason, origin };
  }
}

/** `-c statement_timeout=5000`, also as an address writes it. */
function parameterInOptions(options: string): number | undefined {
  const found = /statement_timeout(?:=|%3D)'?(\d{1,9}(?:ms|s|min)?)/i.exec(
    options,
  )?.[1];
  return found === undefined ? 0 : millisecondsIn(found, 'ms');
}
