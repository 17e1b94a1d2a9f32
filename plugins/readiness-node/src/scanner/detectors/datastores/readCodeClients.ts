import type { Origin } from '@airworthy/plugin-readiness-common';
import type { DetectorContext } from '../../Detector';
import { readDependencies } from '../support/dependencies/readDependencies';
import { type Evaluated, Evaluator } from '../support/source/evaluate';
import {
  type Call,
  expressionAt,
  findCalls,
  lineAt,
  type NamedValues,
  type Piece,
  readNamed,
  readObject,
  splitAtCommas,
} from '../support/source/expressions';
import {
  readSourceFiles,
  type SourceFile,
} from '../support/source/sourceFiles';
import {
  type ClientLibrary,
  type ClientReading,
  type Parameter,
  type Setting,
  type SettingReading,
} from './ClientLibrary';
import { clientLibraries } from './clientLibraries';
import { makersIn, uses } from './libraryUse';
import { assignmentTo, environmentIn, numberOf } from './settingValues';
import { millisecondsIn, parameterInAddress } from './timeouts';

/** Names under which code keeps an address. */
const ADDRESS_NAME =
  /ur[il]|dsn|conn(?:ection)?_?(?:str|string|info)|address|addr|env|host|dialect|postgres\.|mysql\./i;

/** What one maker was given. */
interface Given {
  objects: NamedValues[];
  /** Something was given that cannot be looked into. */
  open: boolean;
  /** Where parameters of the address may stand. */
  addresses: Piece[];
}

function makesOne(library: ClientLibrary, { callee }: Call): boolean {
  const name = callee.split('.').at(-1) ?? callee;
  return library.single?.includes(name) ?? false;
}

class CodeReader {
  constructor(
    private readonly evaluator: Evaluator,
    private readonly files: readonly SourceFile[],
  ) {}

  read(library: ClientLibrary): ClientReading[] {
    const using = this.files.filter(file => uses(file, library));
    const readings: ClientReading[] = [];
    for (const file of using) {
      const makers = makersIn(file, library);
      // Setters and builders cannot be told apart by client: one a file.
      const clients =
        library.parameters && !library.methods && file.syntax !== 'go'
          ? makers
          : makers.slice(0, 1);
      for (const maker of clients) {
        readings.push(this.readClient(library, file, maker));
      }
    }
    return readings;
  }

  private readClient(
    library: ClientLibrary,
    file: SourceFile,
    maker: Call,
  ): ClientReading {
    const origin = { file: file.path, line: lineAt(file.text, maker.offset) };
    const given = this.given(library, file, maker);
    const read = (setting: Setting) =>
      this.readSetting(library, setting, file, given, origin);
    const settings = {
      connectTimeoutMs: read('connectTimeoutMs'),
      statementTimeoutMs: read('statementTimeoutMs'),
      poolSize: makesOne(library, maker)
        ? { value: 1, origin }
        : read('poolSize'),
    };
    return {
      library: library.library,
      family: library.family ?? 'sql',
      origin,
      settings,
    };
  }

  private given(library: ClientLibrary, file: SourceFile, maker: Call): Given {
    const given: Given = { objects: [], open: false, addresses: [] };
    const keywords = readNamed(
      file,
      maker.arguments.filter(
        ({ text }) => /^\w+\s*=(?!=)/.test(text) || text.startsWith('**'),
      ),
    );
    if (file.syntax === 'python' || file.syntax === 'ruby') {
      given.objects.push(keywords);
      given.open = keywords.open;
    }
    for (const argument of maker.arguments) {
      given.addresses.push(argument);
      const object = this.objectOf(file, argument);
      if (object) {
        given.objects.push(object);
        given.open = given.open || object.open;
      } else if (
        file.syntax === 'javascript' &&
        /^[\w$.]+$/.test(argument.text) &&
        !ADDRESS_NAME.test(argument.text) &&
        this.evaluator.evaluate(file, argument).kind === 'unknown'
      ) {
        given.open = true;
      }
    }
    if (library.methods || library.assignments || file.syntax === 'go') {
      // Such code builds the address step by step, anywhere in the file.
      given.addresses.push({ text: file.masked().code, offset: 0 });
    }
    return given;
  }

  /** The named values of an argument: a literal, a struct, or a constant of the file. */
  private objectOf(file: SourceFile, argument: Piece): NamedValues | undefined {
    const { skeleton } = file.masked();
    if (/^(?:&?[\w.]*)\{/.test(argument.text)) {
      return readObject(file, argument.offset + argument.text.indexOf('{'));
    }
    if (/^dict\(/.test(argument.text)) {
      return readNamed(
        file,
        splitAtCommas(
          file,
          argument.offset + 5,
          argument.offset + argument.text.length - 1,
        ),
      );
    }
    if (/^[A-Za-z_$][\w$]*$/.test(argument.text)) {
      const definition = new RegExp(
        `\\b${argument.text.replace(
          /\$/g,
          '\\$',
        )}\\b(?:\\s*:\\s*[\\w.<>]{1,80})?\\s*=\\s*\\{`,
      ).exec(skeleton);
      return definition
        ? readObject(file, definition.index + definition[0].length - 1)
        : undefined;
    }
    return undefined;
  }

  private readSetting(
    library: ClientLibrary,
    setting: Setting,
    file: SourceFile,
    given: Given,
    origin: Origin,
  ): SettingReading {
    let unknown: SettingReading | undefined;
    const keep = (parameter: Parameter, value: Evaluated) => {
      const reading = numberOf(parameter, value);
      if (reading.value === undefined) {
        unknown ??= reading;
        return undefined;
      }
      // Switched off here may be made up for by another parameter.
      return reading.value > 0 ? reading : undefined;
    };
    for (const [parameter, value] of this.candidates(
      library,
      setting,
      file,
      given,
    )) {
      const reading = keep(parameter, value);
      if (reading) {
        return reading;
      }
    }
    if (setting === 'statementTimeoutMs' && library.sql) {
      const bySql = this.setInSql(library.sql);
      if (bySql) {
        return bySql;
      }
    }
    if (setting === 'poolSize' && library.multiplexed) {
      return { value: 1, origin };
    }
    if (unknown) {
      return unknown;
    }
    if (given.open) {
      return { reason: 'the options that it is given are no literal', origin };
    }
    return library.configuredByAddress &&
      library.address?.[setting] !== undefined &&
      this.addressIsHidden(file, given)
      ? {
          reason:
            'it may stand in the address, which only production knows: state it in the code, where it holds for every address',
          origin,
        }
      : { value: 0, origin };
  }

  private *candidates(
    library: ClientLibrary,
    setting: Setting,
    file: SourceFile,
    given: Given,
  ): Generator<[Parameter, Evaluated]> {
    for (const parameter of library.parameters?.[setting] ?? []) {
      for (const object of given.objects) {
        const piece = this.pieceAt(file, object, parameter.name.split('.'));
        if (piece) {
          yield [parameter, this.evaluator.evaluate(file, piece)];
        }
      }
    }
    for (const parameter of library.methods?.[setting] ?? []) {
      for (const call of findCalls(file, parameter.name)) {
        if (call.arguments.length > 0) {
          yield [parameter, this.evaluator.evaluate(file, call.arguments[0])];
        }
      }
    }
    for (const parameter of library.assignments?.[setting] ?? []) {
      const piece = assignmentTo(file, parameter.name);
      if (piece) {
        yield [parameter, this.evaluator.evaluate(file, piece)];
      }
    }
    for (const parameter of library.address?.[setting] ?? []) {
      for (const address of given.addresses) {
        const found = this.inAddress(file, address, parameter);
        if (found) {
          yield [parameter, found];
        }
      }
    }
  }

  private pieceAt(
    file: SourceFile,
    object: NamedValues,
    path: readonly string[],
  ): Piece | undefined {
    const piece = object.values.get(path[0]);
    if (!piece || path.length === 1) {
      return piece;
    }
    const inner = this.objectOf(file, piece);
    return inner && this.pieceAt(file, inner, path.slice(1));
  }

  private inAddress(
    file: SourceFile,
    address: Piece,
    parameter: Parameter,
  ): Evaluated | undefined {
    const found = parameterInAddress(address.text, parameter.name);
    if (found) {
      return {
        kind: 'text',
        value: found.value,
        origin: {
          file: file.path,
          line: lineAt(file.text, address.offset + found.offset),
        },
      };
    }
    // `query.Set("connect_timeout", "2")`, `RuntimeParams["…"] = "3000"`.
    const key = new RegExp(
      `["']${parameter.name}["']\\s*\\]?\\s*[,:=]\\s*`,
    ).exec(address.text);
    if (key && parameter.within === undefined) {
      return this.evaluator.evaluate(
        file,
        expressionAt(file, address.offset + key.index + key[0].length),
      );
    }
    const variable = environmentIn(address.text)
      .map(name => this.evaluator.variable(name))
      .find(value => value?.kind === 'text');
    const set =
      variable?.kind === 'text'
        ? parameterInAddress(variable.value, parameter.name)
        : undefined;
    return set && variable
      ? { kind: 'text', value: set.value, origin: variable.origin }
      : undefined;
  }

  /** Whether part of an address is known to production alone. */
  private addressIsHidden(file: SourceFile, given: Given): boolean {
    return given.addresses.some(({ text }) => {
      if (text.length === file.text.length) {
        return false;
      }
      const names = environmentIn(text);
      return names.length > 0
        ? names.some(name => this.evaluator.variable(name)?.kind !== 'text')
        : !/["'`]/.test(text) &&
            !/^(?:ctx|r\.Context\(\)|context\.\w+\(\)|\{[^]*\})$/.test(text);
    });
  }

  /** `SET statement_timeout = 5000` in the source, for every connection. */
  private setInSql(
    dialect: 'postgresql' | 'mysql',
  ): SettingReading | undefined {
    const pattern =
      dialect === 'postgresql'
        ? /\bset\s+(?:session\s+|local\s+)?statement_timeout\s*(?:=|to)\s*'?(\d{1,9}\s?(?:ms|s|min)?)\b/i
        : /\bset\s+(?:session\s+|global\s+)?max_execution_time\s*=\s*(\d{1,9})\b/i;
    for (const file of this.files) {
      const match = pattern.exec(file.text);
      if (match) {
        return {
          value: millisecondsIn(match[1], 'ms'),
          origin: { file: file.path, line: lineAt(file.text, match.index) },
        };
      }
    }
    return undefined;
  }
}

/** The clients that the source of the service makes. */
export async function readCodeClients(
  context: DetectorContext,
): Promise<ClientReading[]> {
  const dependencies = await readDependencies(context);
  const reader = new CodeReader(
    await Evaluator.create(context),
    await readSourceFiles(context),
  );
  return clientLibraries
    .filter(
      library =>
        library.makers.length > 0 &&
        dependencies.find(library.ecosystem, library.packages),
    )
    .flatMap(library => reader.read(library));
}
