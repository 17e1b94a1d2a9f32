import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { readFilterPredicateFromConfig } from '@backstage/filter-predicates';
import type { PushCaller, PushConfig } from '../push';
import { readMilliseconds } from './readMilliseconds';

const PATH = 'readiness.push.callers';
/** A shorter one could be guessed. */
const SECRET_LENGTH = 16;

/**
 * Reads `readiness.push`.
 *
 * @throws InputError naming the key that is at fault, and no secret
 */
export function readPushConfig(config: Config | undefined): PushConfig {
  const callers = (config?.getOptionalConfigArray('push.callers') ?? []).map(
    readCaller,
  );
  const names = callers.map(caller => caller.name);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) {
    throw new InputError(`${PATH}: two of them are called "${twice}"`);
  }
  return {
    callers,
    maxAgeMs: readMilliseconds(config, 'push.maxAge', { days: 180 }),
    receiptsMs: readMilliseconds(config, 'retention.idempotencyKeys', {
      days: 30,
    }),
  };
}

function readCaller(config: Config, index: number): PushCaller {
  const path = `${PATH}[${index}]`;
  const subject = config.getOptionalString('subject');
  const secret = config.getOptionalString('secret');
  if ((subject === undefined) === (secret === undefined)) {
    throw new InputError(`${path}: expected either \`subject\` or \`secret\``);
  }
  if (secret !== undefined && secret.length < SECRET_LENGTH) {
    throw new InputError(
      `${path}.secret: expected at least ${SECRET_LENGTH} characters`,
    );
  }
  return {
    name: config.getString('name'),
    entities: readFilterPredicateFromConfig(config, { key: 'entities' }),
    ...(subject === undefined ? {} : { subject }),
    ...(secret === undefined ? {} : { secret }),
  };
}
