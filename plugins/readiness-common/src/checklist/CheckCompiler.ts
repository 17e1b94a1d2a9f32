import { CompiledExpression } from '../rules/CompiledExpression';
import { ExpressionError } from '../rules/ExpressionError';
import { nearestName } from '../rules/nearestName';
import { RESERVED_ROOTS } from '../rules/reservedNames';
import type {
  ExpressionOptions,
  ParameterType,
  RuleEnvironment,
} from '../rules/RuleEnvironment';
import { Template } from '../rules/Template';
import type { ChecklistIssue } from './ChecklistError';
import { CheckParameters, typeOfParameter } from './CheckParameters';
import type {
  CheckTexts,
  CompiledListRule,
  CompiledRule,
  CompiledScalarRule,
} from './CompiledCheck';
import type { CheckConfig, ListRuleConfig, ScalarRuleConfig } from './types';

/** The expressions and texts of a check, compiled. */
export interface CompiledParts {
  rules: CompiledRule[];
  texts: CheckTexts;
  parameters: CheckParameters;
}

/**
 * Compiles the rules and texts of one check, gathering everything that is wrong
 * with it.
 */
export class CheckCompiler {
  readonly issues: ChecklistIssue[] = [];
  private readonly types: Record<string, ParameterType> = {};
  private readonly parametersRead = new Set<string>();

  constructor(
    private readonly environment: RuleEnvironment,
    private readonly config: CheckConfig,
    /** The config key of the check. */
    private readonly path: string,
  ) {}

  /** The compiled parts, or `undefined` where {@link issues} says why not. */
  compile(): CompiledParts | undefined {
    const { config } = this;
    this.readParameters();
    const rules = config.rules.map((rule, index) =>
      'each' in rule
        ? this.listRule(rule, `${this.path}.rules[${index}]`)
        : this.scalarRule(rule, `${this.path}.rules[${index}]`),
    );
    const title = this.template(config.title, `${this.path}.title`, {
      names: true,
    });
    const expected = this.template(config.expected, `${this.path}.expected`);
    const found = config.found
      ? this.template(config.found, `${this.path}.found`)
      : undefined;
    const fixTitle = this.template(config.fix.title, `${this.path}.fix.title`, {
      names: true,
    });
    const fixSteps = config.fix.steps.map((step, index) =>
      this.template(step, `${this.path}.fix.steps[${index}]`, { names: true }),
    );
    this.checkEvidence();
    this.checkParametersAreRead();
    if (this.issues.length > 0 || !title || !expected || !fixTitle) {
      return undefined;
    }
    return {
      rules: rules.filter(rule => rule !== undefined),
      texts: {
        title,
        expected,
        fixTitle,
        fixSteps: fixSteps.filter(step => step !== undefined),
        ...(found ? { found } : {}),
      },
      parameters: new CheckParameters(
        this.environment,
        config.params ?? {},
        this.types,
      ),
    };
  }

  private readParameters(): void {
    for (const [name, parameter] of Object.entries(this.config.params ?? {})) {
      const type = typeOfParameter(parameter);
      if (type) {
        this.types[name] = type;
      } else {
        this.issue(
          `${this.path}.params.${name}`,
          'all values of a parameter are of one type',
        );
      }
    }
  }

  private scalarRule(
    config: ScalarRuleConfig,
    path: string,
  ): CompiledScalarRule | undefined {
    const rule = this.expression(config.rule, `${path}.rule`, {
      refuseVacuous: true,
    });
    const when = config.when
      ? this.expression(config.when, `${path}.when`)
      : undefined;
    const found = config.found
      ? this.template(config.found, `${path}.found`)
      : undefined;
    return (
      rule && {
        kind: 'scalar',
        rule,
        ...(when ? { when } : {}),
        ...(found ? { found } : {}),
      }
    );
  }

  private listRule(
    config: ListRuleConfig,
    path: string,
  ): CompiledListRule | undefined {
    const { registry } = this.environment;
    const list = registry.list(config.each);
    if (!list) {
      const nearest = nearestName(
        config.each,
        registry.lists().map(({ name }) => name),
      );
      this.issue(
        `${path}.each`,
        `"${config.each}" is not a list of facts${
          nearest ? `; did you mean "${nearest}"?` : ''
        }`,
      );
      return undefined;
    }
    const variable = config.as ?? list.singular;
    if (
      RESERVED_ROOTS.has(variable) ||
      this.environment.roots.some(root => root.name === variable) ||
      registry.list(variable)
    ) {
      this.issue(
        `${path}.as`,
        `"${variable}" is taken: it would hide what bears that name`,
      );
      return undefined;
    }
    const member = { variable, list: list.name };
    const rule = this.expression(config.rule, `${path}.rule`, {
      member,
      refuseVacuous: true,
    });
    const where = config.where
      ? this.expression(config.where, `${path}.where`, { member })
      : undefined;
    const when = config.when
      ? this.expression(config.when, `${path}.when`)
      : undefined;
    const found = config.found
      ? this.template(config.found, `${path}.found`, { member })
      : undefined;
    if (
      config.faultOn &&
      registry.field(list.name, config.faultOn)?.type !== 'string'
    ) {
      const nearest = nearestName(config.faultOn, Object.keys(list.fields));
      this.issue(
        `${path}.faultOn`,
        `"${config.faultOn}" is not a text field of ${list.name}${
          nearest ? `; did you mean "${nearest}"?` : ''
        }`,
      );
    }
    return (
      rule && {
        kind: 'list',
        list: list.name,
        variable,
        mode: config.mode ?? 'all',
        whenEmpty: config.whenEmpty,
        rule,
        ...(where ? { where } : {}),
        ...(when ? { when } : {}),
        ...(found ? { found } : {}),
        ...(config.faultOn === undefined ? {} : { faultOn: config.faultOn }),
      }
    );
  }

  private expression(
    source: string,
    path: string,
    options: Omit<ExpressionOptions, 'expects' | 'parameters'> = {},
  ): CompiledExpression | undefined {
    const expression = this.attempt(path, () =>
      this.environment.compile(source, {
        ...options,
        expects: 'bool',
        parameters: this.types,
      }),
    );
    this.noteParameters(expression ? [expression] : []);
    return expression;
  }

  private template(
    source: string,
    path: string,
    options: Omit<ExpressionOptions, 'expects' | 'parameters'> = {},
  ): Template | undefined {
    const template = this.attempt(path, () =>
      Template.compile(source, this.environment, {
        ...options,
        parameters: this.types,
      }),
    );
    this.noteParameters(template?.expressions ?? []);
    return template;
  }

  private attempt<T>(path: string, compile: () => T): T | undefined {
    try {
      return compile();
    } catch (error) {
      if (!(error instanceof ExpressionError)) {
        throw error;
      }
      this.issue(path, error.message);
      return undefined;
    }
  }

  private noteParameters(expressions: readonly CompiledExpression[]): void {
    for (const { analysis } of expressions) {
      for (const name of analysis.parameters) {
        this.parametersRead.add(name);
      }
    }
  }

  /** A misspelt threshold would otherwise change nothing, and say nothing. */
  private checkParametersAreRead(): void {
    if (this.issues.length > 0) {
      return;
    }
    for (const name of Object.keys(this.config.params ?? {})) {
      if (!this.parametersRead.has(name)) {
        const nearest = nearestName(name, [...this.parametersRead]);
        this.issue(
          `${this.path}.params.${name}`,
          `nothing in the check reads it${
            nearest ? `; did you mean "${nearest}"?` : ''
          }`,
        );
      }
    }
  }

  private checkEvidence(): void {
    const { registry } = this.environment;
    this.config.evidence?.forEach((name, index) => {
      if (!registry.get(name)) {
        const nearest = registry.nearest(name);
        this.issue(
          `${this.path}.evidence[${index}]`,
          `there is no fact "${name}"${
            nearest ? `; did you mean "${nearest}"?` : ''
          }`,
        );
      }
    });
  }

  private issue(path: string, message: string): void {
    this.issues.push({ path, message });
  }
}
