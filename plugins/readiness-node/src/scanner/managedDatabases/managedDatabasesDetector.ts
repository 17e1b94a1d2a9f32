import type { Detector } from '../Detector';
import {
  readTerraform,
  type TerraformAttribute,
  type TerraformBlock,
} from '../detectors/support/terraform';

/** What a database service promises, where its definition says so. */
interface Promises {
  failover: Assurance;
  encrypted: Assurance;
}

/** Always, or by attributes that must all have a value. */
type Assurance =
  | 'always'
  | 'unknown'
  | ReadonlyArray<{ attribute: string; value: RegExp }>;

const TRUE = /^true$/;

/**
 * Databases that a cloud runs, as its Terraform provider defines them. Where
 * an attribute is missing, the provider's default is that it is off.
 */
const DATABASES: Readonly<Record<string, Promises>> = {
  aws_db_instance: {
    failover: [{ attribute: 'multi_az', value: TRUE }],
    encrypted: [{ attribute: 'storage_encrypted', value: TRUE }],
  },
  aws_rds_cluster: {
    // It depends on how many instances join it, which stand elsewhere.
    failover: 'unknown',
    encrypted: [{ attribute: 'storage_encrypted', value: TRUE }],
  },
  aws_elasticache_replication_group: {
    failover: [
      { attribute: 'automatic_failover_enabled', value: TRUE },
      { attribute: 'multi_az_enabled', value: TRUE },
    ],
    encrypted: [{ attribute: 'at_rest_encryption_enabled', value: TRUE }],
  },
  aws_dynamodb_table: { failover: 'always', encrypted: 'always' },
  google_sql_database_instance: {
    failover: [
      { attribute: 'settings.availability_type', value: /^REGIONAL$/ },
    ],
    encrypted: 'always',
  },
  google_spanner_instance: { failover: 'always', encrypted: 'always' },
  azurerm_mysql_flexible_server: {
    failover: [
      { attribute: 'high_availability.mode', value: /^ZoneRedundant$/ },
    ],
    encrypted: 'always',
  },
  azurerm_postgresql_flexible_server: {
    failover: [
      { attribute: 'high_availability.mode', value: /^ZoneRedundant$/ },
    ],
    encrypted: 'always',
  },
};

interface Answer {
  /** Undefined where it depends on a variable. */
  value: boolean | undefined;
  line: number;
}

/** `var.encrypted`, `local.zones`, `each.value.x`: known to Terraform alone. */
function isExpression({ value }: TerraformAttribute): boolean {
  return /^(?:var|local|each|data|module)\.|\$\{|\?/.test(value);
}

function answer(promise: Assurance, block: TerraformBlock): Answer {
  if (promise === 'unknown' || promise === 'always') {
    return {
      value: promise === 'always' ? true : undefined,
      line: block.line,
    };
  }
  let line = block.line;
  for (const { attribute, value } of promise) {
    const written = block.attribute(attribute);
    if (written && isExpression(written)) {
      return { value: undefined, line: written.line };
    }
    if (!written || !value.test(written.value)) {
      return { value: false, line: written?.line ?? block.line };
    }
    line = written.line;
  }
  return { value: true, line };
}

/** A copy to read from follows the database that it copies. */
function isReplica(block: TerraformBlock): boolean {
  return (
    block.attribute('replicate_source_db') !== undefined ||
    block.attribute('master_instance_name') !== undefined
  );
}

/** `datastore.failover` and `datastore.encryptedAtRest` by what Terraform defines. */
export const managedDatabasesDetector: Detector = {
  name: 'managed databases',
  facts: ['datastore.failover', 'datastore.encryptedAtRest'],
  async detect(context) {
    const blocks = (await readTerraform(context))
      .flatMap(file => file.blocks)
      .filter(
        block => Object.hasOwn(DATABASES, block.type) && !isReplica(block),
      );
    for (const [fact, promiseOf] of [
      ['datastore.failover', (each: Promises) => each.failover],
      ['datastore.encryptedAtRest', (each: Promises) => each.encrypted],
    ] as const) {
      const answers = blocks.map(block => ({
        ...answer(promiseOf(DATABASES[block.type]), block),
        file: block.file,
        block,
      }));
      const worst =
        answers.find(({ value }) => value === false) ??
        answers.find(({ value }) => value === undefined) ??
        answers.at(0);
      if (worst?.value !== undefined) {
        context.fact(fact, worst.value, {
          file: worst.file,
          line: worst.line,
        });
      } else if (worst) {
        context.gap(
          fact,
          `${worst.file}:${worst.line} leaves it to a variable or to another resource for ${worst.block.type} ${worst.block.name}`,
        );
      }
    }
  },
};
