import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { baseName, extensionOf } from './support/paths';
import { lineAt } from './support/source/expressions';
import { readSourceFiles } from './support/source/sourceFiles';
import { readTerraform, type TerraformBlock } from './support/terraform';

/** What one declared datastore says of itself; absent where it cannot be told. */
interface Declared {
  value?: boolean;
  reason?: string;
  origin: Origin;
}

/** Resources that encrypt what they keep only where this attribute says so. */
const ENCRYPTED_BY: Record<string, string> = {
  aws_db_instance: 'storage_encrypted',
  aws_rds_cluster: 'storage_encrypted',
  aws_docdb_cluster: 'storage_encrypted',
  aws_neptune_cluster: 'storage_encrypted',
  aws_elasticache_replication_group: 'at_rest_encryption_enabled',
  aws_redshift_cluster: 'encrypted',
  aws_opensearch_domain: 'encrypt_at_rest.enabled',
  aws_elasticsearch_domain: 'encrypt_at_rest.enabled',
};

/** Resources that their provider encrypts whatever is asked. */
const ALWAYS_ENCRYPTED =
  /^(?:aws_dynamodb_table|google_(?:sql_database_instance|spanner_instance|alloydb_cluster|firestore_database|bigtable_instance|redis_instance)|azurerm_(?:postgresql|mysql|mariadb)_(?:flexible_)?server|azurerm_mssql_database|azurerm_cosmosdb_account|azurerm_redis_cache)$/;

/** Where a resource says that it fails over to another zone. */
const FAILS_OVER_BY: Record<string, { attribute: string; value: RegExp }> = {
  aws_db_instance: { attribute: 'multi_az', value: /^true$/ },
  aws_elasticache_replication_group: {
    attribute: 'multi_az_enabled',
    value: /^true$/,
  },
  google_sql_database_instance: {
    attribute: 'settings.availability_type',
    value: /^REGIONAL$/i,
  },
  azurerm_postgresql_flexible_server: {
    attribute: 'high_availability.mode',
    value: /^ZoneRedundant$/i,
  },
  azurerm_mysql_flexible_server: {
    attribute: 'high_availability.mode',
    value: /^ZoneRedundant$/i,
  },
};

/** Copies take the protection of what they are copied from. */
const COPIED_FROM = [
  'replicate_source_db',
  'snapshot_identifier',
  'replication_source_identifier',
  'master_instance_name',
];

function isLiteral(value: string): boolean {
  return !/^(?:var|local|data|module|each|count)\.|\$\{|\?/.test(value);
}

function readFlag(
  block: TerraformBlock,
  attribute: string,
  accepted: RegExp,
): Declared {
  const written = block.attribute(attribute);
  const origin = { file: block.file, line: written?.line ?? block.line };
  if (written && !isLiteral(written.value)) {
    return {
      reason: `${attribute} of ${block.type}.${block.name} is set from outside its file`,
      origin,
    };
  }
  if (!written && COPIED_FROM.some(name => block.attribute(name))) {
    return {
      reason: `${block.type}.${block.name} is copied from another, which is not seen`,
      origin,
    };
  }
  return {
    value: written !== undefined && accepted.test(written.value),
    origin,
  };
}

function encryption(block: TerraformBlock): Declared | undefined {
  if (ALWAYS_ENCRYPTED.test(block.type)) {
    return { value: true, origin: { file: block.file, line: block.line } };
  }
  const attribute = ENCRYPTED_BY[block.type];
  return attribute === undefined
    ? undefined
    : readFlag(block, attribute, /^true$/);
}

/** Members of an Aurora cluster: two of them stand in different zones. */
function clusterFailover(
  cluster: TerraformBlock,
  blocks: readonly TerraformBlock[],
): Declared {
  const origin = { file: cluster.file, line: cluster.line };
  const instances = blocks.filter(
    ({ type }) => type === 'aws_rds_cluster_instance',
  );
  const counts = instances.map(
    instance => instance.attribute('count')?.value ?? '1',
  );
  if (
    counts.some(count => !/^\d+$/.test(count)) ||
    instances.some(instance => instance.attribute('for_each'))
  ) {
    return {
      reason: `how many instances ${cluster.type}.${cluster.name} has is set from outside its file`,
      origin,
    };
  }
  return {
    value: counts.reduce((sum, count) => sum + Number(count), 0) >= 2,
    origin,
  };
}

function failover(
  block: TerraformBlock,
  blocks: readonly TerraformBlock[],
): Declared | undefined {
  if (/^(?:aws_dynamodb_table|google_spanner_instance)$/.test(block.type)) {
    return { value: true, origin: { file: block.file, line: block.line } };
  }
  if (block.type === 'aws_rds_cluster') {
    return clusterFailover(block, blocks);
  }
  const known = FAILS_OVER_BY[block.type];
  const isReplica = COPIED_FROM.some(name => block.attribute(name));
  return known && !isReplica
    ? readFlag(block, known.attribute, known.value)
    : undefined;
}

/** States what all declared datastores have, or why that cannot be told. */
function stateAll(
  context: DetectorContext,
  fact: string,
  declared: readonly Declared[],
  absent: string,
): void {
  const without = declared.find(({ value }) => value === false);
  const unknown = declared.find(({ value }) => value === undefined);
  if (without) {
    context.fact(fact, false, without.origin);
  } else if (unknown) {
    context.gap(fact, unknown.reason ?? absent);
  } else if (declared.length > 0) {
    context.fact(fact, true, declared[0].origin);
  } else {
    context.gap(fact, absent);
  }
}

/** Encryption asked of a client, in code or in configuration. */
const ENCRYPTED =
  /\bsslmode["']?\s*(?:=|:|,)\s*["']?(?:require|verify-ca|verify-full)\b|\b(?:rediss|amqps|mqtts):\/\/|\bmongodb\+srv:\/\/|[?&;](?:ssl|tls|useSSL|requireSSL)=true\b|\bsslMode=(?:REQUIRED|VERIFY_CA|VERIFY_IDENTITY)\b|\bencrypt=true\b|\bssl\s*:\s*(?:true\b|\{)|\bssl_?mode\s*=\s*["'](?:require|verify-ca|verify-full)|\bsecurity\.protocol["']?\s*[=:]\s*["']?(?:SASL_)?SSL\b|\bPgSslMode::(?:Require|VerifyCa|VerifyFull)\b/i;

const PLAIN =
  /\bsslmode["']?\s*(?:=|:|,)\s*["']?(?:disable|allow)\b|[?&;](?:ssl|tls|useSSL)=false\b|\bPgSslMode::Disable\b/i;

const SETTINGS_FILE =
  /^(?:application|bootstrap)(?:-[\w-]+)?\.(?:ya?ml|properties)$|^(?:database|config|settings)\.(?:ya?ml|json|toml|ini)$/;

interface Found {
  encrypted?: Origin;
  plain?: Origin;
}

async function fromClients(context: DetectorContext): Promise<Found> {
  const texts = (await readSourceFiles(context)).map(file => ({
    path: file.path,
    text: file.masked().code,
  }));
  for (const path of context.files) {
    if (
      (SETTINGS_FILE.test(baseName(path)) && !/(?:^|\/)tests?\//.test(path)) ||
      extensionOf(path) === 'prisma'
    ) {
      texts.push({ path, text: (await context.text(path)) ?? '' });
    }
  }
  const found: Found = {};
  for (const { path, text } of texts) {
    const plain = PLAIN.exec(text);
    const encrypted = ENCRYPTED.exec(text);
    if (plain) {
      found.plain ??= { file: path, line: lineAt(text, plain.index) };
    }
    if (encrypted) {
      found.encrypted ??= { file: path, line: lineAt(text, encrypted.index) };
    }
  }
  return found;
}

/** A server that refuses plain connections. */
function fromServers(blocks: readonly TerraformBlock[]): Origin | undefined {
  for (const block of blocks) {
    const attribute = [
      [
        'settings.ip_configuration.ssl_mode',
        /^(?:ENCRYPTED_ONLY|TRUSTED_CLIENT_CERTIFICATE_REQUIRED)$/,
      ],
      ['transit_encryption_enabled', /^true$/],
      ['ssl_enforcement_enabled', /^true$/],
    ] as const;
    for (const [name, accepted] of attribute) {
      const written = block.attribute(name);
      if (written && accepted.test(written.value)) {
        return { file: block.file, line: written.line };
      }
    }
    // The first parameter of a group is seen; rds.force_ssl mostly stands alone.
    const parameter = block.attribute('parameter.name');
    if (
      parameter?.value === 'rds.force_ssl' &&
      block.attribute('parameter.value')?.value === '1'
    ) {
      return { file: block.file, line: parameter.line };
    }
  }
  return undefined;
}

/**
 * `datastore.encryptedAtRest` and `datastore.failover` as Terraform declares
 * them, and `transit.encrypted` as clients and servers of datastores do. What
 * Kubernetes objects say was stated before and stands.
 */
export const datastoreProtectionDetector: Detector = {
  name: 'datastore protection',
  facts: [
    'datastore.encryptedAtRest',
    'datastore.failover',
    'transit.encrypted',
  ],
  async detect(context) {
    const blocks = (await readTerraform(context)).flatMap(file => file.blocks);
    stateAll(
      context,
      'datastore.encryptedAtRest',
      blocks.flatMap(block => encryption(block) ?? []),
      'no datastore is declared in the repository: declare it in Terraform, or attest that it is encrypted',
    );
    stateAll(
      context,
      'datastore.failover',
      blocks.flatMap(block => failover(block, blocks) ?? []),
      'no datastore is declared in the repository: declare it in Terraform, or attest that it fails over',
    );
    const { plain, encrypted } = await fromClients(context);
    const enforced = encrypted ?? fromServers(blocks);
    if (plain) {
      context.fact('transit.encrypted', false, plain);
    } else if (enforced) {
      context.fact('transit.encrypted', true, enforced);
    } else {
      context.gap(
        'transit.encrypted',
        'no client of a datastore in the source asks for encryption, such as by sslmode=verify-full',
      );
    }
  },
};
