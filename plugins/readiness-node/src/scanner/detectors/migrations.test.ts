import { migrationsDetector } from './migrations';
import { runDetector } from './testing/createTestContext';

const VERSIONED = 'migrations.versioned';
const SEPARATE = 'migrations.separate';
const source = { 'src/server.ts': 'listen();' };

function detect(files: Record<string, string>, manifests: string[] = []) {
  return runDetector(migrationsDetector, {
    files: { ...source, ...files },
    manifests,
  });
}

describe('migrationsDetector', () => {
  it.each([
    'migrations/20240311090000_payments.sql',
    'src/main/resources/db/migration/V1__ledger.sql',
    'migrations/000001_stock.up.sql',
    'migrations/versions/0001_tracks.py',
    'alembic/versions/1a2b3c4d5e6f_add.py',
    'db/migrate/20240101_create.rb',
    'prisma/migrations/20240101_init/migration.sql',
    'src/main/resources/db/changelog/001-a.xml',
  ])('knows %s', async path => {
    const findings = await detect({ [path]: '' });
    expect(findings.facts[VERSIONED]).toBe(true);
    expect(findings.origins[VERSIONED]).toBe(`${path}:1`);
  });

  it.each([
    'migrations/README.md',
    'test/migrations/001_a.sql',
    'src/migration.ts',
    'schema.sql',
  ])('does not take %s for one', async path => {
    expect((await detect({ [path]: '' })).facts[VERSIONED]).toBe(false);
  });

  it('cannot tell without source', async () => {
    const findings = await runDetector(migrationsDetector, { files: {} });
    expect(findings.gaps[VERSIONED]).toHaveLength(1);
  });

  const job =
    'kind: Job\nmetadata: { name: payments-migrate }\nspec: { template: { spec: { containers: [{ name: a, image: b }] } } }\n';
  const deployment = (spec: string) =>
    `kind: Deployment\nmetadata: { name: a }\nspec: { template: { spec: { ${spec} } } }\n`;
  const workflow = (on: string) =>
    `on: ${on}\njobs: { a: { steps: [{ run: npx prisma migrate deploy }] } }\n`;

  it.each<[string, Record<string, string>, string[]]>([
    ['a Job', { 'a.yaml': job }, ['a.yaml']],
    [
      'an init container',
      {
        'a.yaml': deployment(
          'initContainers: [{ name: a, command: [alembic, upgrade, head] }]',
        ),
      },
      ['a.yaml'],
    ],
    [
      'a step of the pipeline',
      { '.github/workflows/deploy.yaml': workflow('workflow_dispatch') },
      [],
    ],
  ])('sees that %s migrates apart', async (_name, files, manifests) => {
    expect((await detect(files, manifests)).facts[SEPARATE]).toBe(true);
  });

  it.each<[string, Record<string, string>, string[]]>([
    [
      'the command of the service',
      {
        'a.yaml': deployment(
          'containers: [{ name: a, command: [sh, -c, "npm run migrate && node server.js"] }]',
        ),
      },
      ['a.yaml'],
    ],
    [
      'the image',
      { Dockerfile: 'FROM a\nCMD alembic upgrade head && uvicorn app:app\n' },
      [],
    ],
    [
      'a start script',
      {
        'package.json': '{ "scripts": { "prestart": "knex migrate:latest" } }',
      },
      [],
    ],
    [
      'the server',
      { 'src/main.ts': 'await db.migrate.latest();\nlisten();' },
      [],
    ],
    [
      'Spring',
      {
        'pom.xml':
          '<dependency><groupId>org.flywaydb</groupId><artifactId>flyway-core</artifactId></dependency><dependency><groupId>org.springframework.boot</groupId><artifactId>spring-boot-starter</artifactId></dependency>',
        'a.yaml': job,
      },
      ['a.yaml'],
    ],
  ])('sees that %s migrates at its start', async (_name, files, manifests) => {
    expect((await detect(files, manifests)).facts[SEPARATE]).toBe(false);
  });

  it('cannot tell who runs them', async () => {
    const findings = await detect({
      'migrations/001_a.sql': '',
      'src/migrate.ts': 'runMigrations();',
      '.github/workflows/test.yaml': workflow('pull_request'),
    });
    expect(findings.facts).toEqual({ [VERSIONED]: true });
    expect(findings.gaps[SEPARATE][0]).toContain(
      'nothing in the repository runs migrations/001_a.sql',
    );
  });
});
