import type { BoundClass, BoundObject } from '../rules/boundObjects';
import type { ParameterType, RuleEnvironment } from '../rules/RuleEnvironment';
import type { ParameterConfig } from './types';

type Scalar = number | string | boolean;

/**
 * The type of a parameter, or why it has none: all of its values must be of one.
 */
export function typeOfParameter(
  config: ParameterConfig,
): ParameterType | undefined {
  const values = valuesOf(config);
  if (values.every(value => typeof value === 'boolean')) {
    return 'bool';
  }
  if (values.every(value => typeof value === 'string')) {
    return 'string';
  }
  if (values.every(value => typeof value === 'number')) {
    return values.every(value => Number.isSafeInteger(value))
      ? 'int'
      : 'double';
  }
  return undefined;
}

/** The parameters of one check, bound for each tier once. */
export class CheckParameters {
  private readonly byTier = new Map<number, BoundObject>();
  private readonly bound: BoundClass;

  constructor(
    environment: RuleEnvironment,
    private readonly config: Readonly<Record<string, ParameterConfig>>,
    private readonly types: Readonly<Record<string, ParameterType>>,
  ) {
    this.bound = environment.parameterClass(types);
  }

  /** What `params` is for entities of that tier. */
  forTier(tier: number): BoundObject {
    let bound = this.byTier.get(tier);
    if (!bound) {
      const ParametersClass = this.bound;
      bound = new ParametersClass();
      for (const [name, parameter] of Object.entries(this.config)) {
        const value = valueForTier(parameter, tier);
        bound[name] =
          this.types[name] === 'int' && typeof value === 'number'
            ? BigInt(value)
            : value;
      }
      this.byTier.set(tier, bound);
    }
    return bound;
  }
}

function valueForTier(config: ParameterConfig, tier: number): Scalar {
  if (typeof config !== 'object') {
    return config;
  }
  const key = String(tier);
  return Object.hasOwn(config.byTier, key)
    ? config.byTier[key]
    : config.default;
}

function valuesOf(config: ParameterConfig): Scalar[] {
  return typeof config === 'object'
    ? [config.default, ...Object.values(config.byTier)]
    : [config];
}
