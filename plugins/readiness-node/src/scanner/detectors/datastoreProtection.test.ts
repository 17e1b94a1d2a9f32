import { datastoreProtectionDetector } from './datastoreProtection';
import { runDetector } from './testing/createTestContext';

const AT_REST = 'datastore.encryptedAtRest';
const FAILOVER = 'datastore.failover';
const TRANSIT = 'transit.encrypted';

function terraform(type: string, ...lines: string[]) {
  return {
    'infra/main.tf': `resource "${type}" "a" {\n${lines
      .map(line => `  ${line}\n`)
      .join('')}}\n`,
  };
}

function detect(files: Record<string, string>) {
  return runDetector(datastoreProtectionDetector, { files });
}

describe('datastoreProtectionDetector', () => {
  it('reads what Terraform declares, with its lines', async () => {
    const findings = await detect(
      terraform(
        'aws_db_instance',
        'engine = "postgres"',
        'storage_encrypted = true',
        'multi_az = true',
      ),
    );
    expect(findings.facts).toEqual({ [AT_REST]: true, [FAILOVER]: true });
    expect(findings.origins).toEqual({
      [AT_REST]: 'infra/main.tf:3',
      [FAILOVER]: 'infra/main.tf:4',
    });
  });

  it('takes what is left out for what the provider does', async () => {
    expect((await detect(terraform('aws_db_instance'))).facts).toEqual({
      [AT_REST]: false,
      [FAILOVER]: false,
    });
    expect(
      (
        await detect(
          terraform(
            'google_sql_database_instance',
            'settings {',
            'availability_type = "REGIONAL"',
            '}',
          ),
        )
      ).facts,
    ).toEqual({ [AT_REST]: true, [FAILOVER]: true });
  });

  it('counts the instances of a cluster', async () => {
    const cluster = (instances: string) => ({
      'main.tf': `resource "aws_rds_cluster" "a" {\n  storage_encrypted = true\n}\nresource "aws_rds_cluster_instance" "a" {\n  ${instances}\n}\n`,
    });
    expect((await detect(cluster('count = 2'))).facts[FAILOVER]).toBe(true);
    expect((await detect(cluster(''))).facts[FAILOVER]).toBe(false);
    expect(
      (await detect(cluster('count = var.size'))).gaps[FAILOVER],
    ).toHaveLength(1);
  });

  it.each([
    [
      'a variable',
      ['storage_encrypted = var.encrypted'],
      'is set from outside its file',
    ],
    ['a copy', ['snapshot_identifier = "a"'], 'is copied from another'],
  ])('cannot tell %s', async (_name, lines, reason) => {
    const findings = await detect(terraform('aws_rds_cluster', ...lines));
    expect(findings.facts[AT_REST]).toBeUndefined();
    expect(findings.gaps[AT_REST][0]).toContain(reason);
  });

  it('cannot tell where no datastore is declared', async () => {
    const findings = await detect(terraform('aws_s3_bucket'));
    expect(findings.facts).toEqual({});
    expect(Object.keys(findings.gaps).sort()).toEqual(
      [AT_REST, FAILOVER, TRANSIT].sort(),
    );
  });

  it.each<[string, string, boolean]>([
    ['src/pool.ts', 'new pg.Pool({ ssl: { rejectUnauthorized: true } })', true],
    ['main.go', 'sql.Open("pgx", url+"?sslmode=verify-full")', true],
    ['main.go', 'query.Set("sslmode", "verify-full")', true],
    ['main.go', 'sql.Open("pgx", "postgres://db/a?sslmode=disable")', false],
    [
      'app/db.py',
      'create_engine(URL, connect_args={"sslmode": "require"})',
      true,
    ],
    [
      'src/main/resources/application.yaml',
      'url: jdbc:postgresql://db/a?sslmode=verify-full',
      true,
    ],
    ['src/cache.ts', "new Redis('rediss://cache:6379')", true],
  ])('reads %s: %s', async (path, text, encrypted) => {
    const findings = await detect({ [path]: text });
    expect(findings.facts).toEqual({ [TRANSIT]: encrypted });
    expect(findings.origins[TRANSIT]).toBe(`${path}:1`);
  });

  it('knows a server that refuses plain connections', async () => {
    const findings = await detect(
      terraform(
        'aws_db_parameter_group',
        'parameter {',
        'name = "rds.force_ssl"',
        'value = "1"',
        '}',
      ),
    );
    expect(findings.facts[TRANSIT]).toBe(true);
  });

  it('does not read comments', async () => {
    expect(
      (await detect({ 'main.go': '// sslmode=verify-full\nrun()' })).facts,
    ).toEqual({});
  });
});
