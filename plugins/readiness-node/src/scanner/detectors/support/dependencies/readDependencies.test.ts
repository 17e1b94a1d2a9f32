import { createTestContext } from '../../testing/createTestContext';
import { readDependencies } from './readDependencies';

async function read(files: Record<string, string>, sourcePath?: string) {
  const { context, findings } = createTestContext({ files, sourcePath });
  const { all, manifests } = await readDependencies(context);
  return {
    manifests,
    errors: findings.errors,
    found: all.map(
      ({ ecosystem, name, development, origin }) =>
        `${ecosystem} ${name}${development ? ' (development)' : ''} ${
          origin.file
        }:${origin.line}`,
    ),
  };
}

describe('readDependencies', () => {
  it.each([
    [
      'package.json',
      '{\n  "dependencies": { "pg": "^8" },\n  "devDependencies": { "vitest": "^2" }\n}',
      ['npm pg package.json:2', 'npm vitest (development) package.json:3'],
    ],
    [
      'go.mod',
      'module a\n\nrequire github.com/lib/pq v1.10.9\n\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.7.1\n\tgolang.org/x/net v0.1.0 // indirect\n)\n',
      ['go github.com/lib/pq go.mod:3', 'go github.com/jackc/pgx go.mod:6'],
    ],
    [
      'requirements.txt',
      '# comment\n-r base.txt\nPsycopg[binary]==3.2.3\nsql_alchemy >= 2 # why\n',
      [
        'pypi psycopg requirements.txt:3',
        'pypi sql-alchemy requirements.txt:4',
      ],
    ],
    [
      'pyproject.toml',
      '[project]\ndependencies = [\n  "sqlalchemy>=2",\n]\n[project.optional-dependencies]\ntest = ["pytest"]\n[tool.poetry.dependencies]\npython = "^3.12"\nredis = "^5"\n',
      [
        'pypi sqlalchemy pyproject.toml:3',
        'pypi pytest (development) pyproject.toml:6',
        'pypi redis pyproject.toml:9',
      ],
    ],
    [
      'Gemfile',
      "gem 'pg'\ngroup :test do\n  gem 'rspec'\nend\n",
      ['gem pg Gemfile:1', 'gem rspec (development) Gemfile:3'],
    ],
    [
      'Cargo.toml',
      '[dependencies]\nsqlx = { version = "0.8" }\n[dev-dependencies]\nmockall = "0.13"\n',
      ['cargo sqlx Cargo.toml:2', 'cargo mockall (development) Cargo.toml:4'],
    ],
    [
      'pom.xml',
      '<project>\n<!-- <dependency><groupId>a</groupId><artifactId>b</artifactId></dependency> -->\n<dependencies>\n<dependency>\n<groupId>org.postgresql</groupId>\n<artifactId>postgresql</artifactId>\n</dependency>\n<dependency><groupId>junit</groupId><artifactId>junit</artifactId><scope>test</scope></dependency>\n</dependencies>\n</project>',
      [
        'maven org.postgresql:postgresql pom.xml:4',
        'maven junit:junit (development) pom.xml:8',
      ],
    ],
    [
      'build.gradle.kts',
      'dependencies {\n  implementation("com.zaxxer:HikariCP:5.1.0")\n  testImplementation(libs.junit.jupiter)\n  runtimeOnly(libs.postgresql)\n}\n',
      [
        'maven com.zaxxer:hikaricp build.gradle.kts:2',
        'maven org.junit:jupiter (development) build.gradle.kts:3',
        'maven org.postgresql:postgresql build.gradle.kts:4',
      ],
    ],
    [
      'src/A.csproj',
      '<ItemGroup>\n  <PackageReference Include="Npgsql" Version="8" />\n</ItemGroup>',
      ['nuget npgsql src/A.csproj:2'],
    ],
  ])('reads %s', async (path, text, expected) => {
    const { found } = await read({
      [path]: text,
      'gradle/libs.versions.toml':
        '[libraries]\njunit-jupiter = { module = "org.junit:jupiter" }\npostgresql = { group = "org.postgresql", name = "postgresql" }\n',
    });
    expect(found).toEqual(expected);
  });

  it('leaves the manifests of fixtures and copies out', async () => {
    const { manifests } = await read({
      'node_modules/pg/package.json': '{}',
      'testdata/go.mod': 'module a',
    });
    expect(manifests).toEqual([]);
  });

  it('takes of a manifest above the service only what its source names', async () => {
    const { found } = await read(
      {
        'go.mod':
          'module a\nrequire (\n\tgithub.com/jackc/pgx/v5 v5.7.1\n\tgithub.com/redis/go-redis/v9 v9.0.0\n)\n',
        'services/a/main.go': 'import "github.com/jackc/pgx/v5"',
        'services/b/main.go': 'import "github.com/redis/go-redis/v9"',
      },
      'services/a',
    );
    expect(found).toEqual(['go github.com/jackc/pgx go.mod:3']);
  });

  it('reports a manifest that does not parse', async () => {
    const { errors, manifests } = await read({ 'Cargo.toml': '[dependencies' });
    expect(manifests).toEqual([]);
    expect(errors).toMatchObject([{ file: 'Cargo.toml' }]);
  });
});
