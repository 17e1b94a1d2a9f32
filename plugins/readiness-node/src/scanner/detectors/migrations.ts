import type { Origin } from '@airworthy/plugin-readiness-common';
import type { Detector, DetectorContext } from '../Detector';
import { readDependencies } from './support/dependencies/readDependencies';
import { baseName, extensionOf } from './support/paths';
import { readPipelines } from './support/pipelines/readPipelines';
import { commandLines } from './support/pipelines/commandLines';
import { readProperties } from './support/properties';
import { isWorkloadKind } from './support/serviceNames';
import { lineAt } from './support/source/expressions';
import { readSourceFiles } from './support/source/sourceFiles';
import { listAt, stringAt } from './support/values';
import { podSpecPath } from './support/workloadEnvironment';

const FOLDER =
  /(?:^|\/)(?:migrations?|migrate|db\/migrate|alembic\/versions|changelogs?|db\/changelog)\//i;

/** `V1__a.sql`, `000001_a.up.sql`, `20240311090000_a.ts`, `0001_a.py`, `001-a.xml`. */
const VERSIONED_NAME =
  /^(?:[VURB]\d[\w.]*__[\w.-]+|\d{1,20}[-_.][\w.-]+|[0-9a-f]{8,32}_[\w-]+|\d{3,20})\.(?:sql|ts|js|mjs|cjs|py|rb|go|xml|ya?ml|json|cs|php|kt|java)$/i;

const SPECIAL_FILE =
  /(?:^|\/)(?:prisma\/migrations\/\d[^/]*\/migration\.sql|drizzle\/\d[^/]*\.sql|sqitch\.plan|db\.changelog[\w.-]*\.(?:xml|ya?ml|sql|json)|diesel\.toml)$/i;

const OTHER_FOLDER =
  /(?:^|\/)(?:node_modules|vendor|tests?|testdata|fixtures)\//i;

/** Commands that bring a schema up to date. */
const COMMAND =
  /\bmigrat(?:e|ions?|or)\b|\bflyway\b|\bliquibase\b|\balembic\s+upgrade\b|\bprisma\s+(?:migrate|db\s+push)\b|\bdb:migrate\b|\bgoose\b|\batlas\s+(?:schema|migrate)\b|\bdbmate\b|\bsqitch\b|\bef\s+database\s+update\b/i;

/** Calls by which a program migrates itself. */
const CALL =
  /\b(?:runMigrations?|migrateToLatest|migrate\.latest|migrationRunner|autoMigrate|AutoMigrate|migrateUp|Database\.Migrate(?:Async)?|sequelize\.sync|synchronize\s*:\s*true)\b\s*\(?|\bgoose\.Up\s*\(|\bcommand\.upgrade\s*\(|\bm\.Up\s*\(\s*\)|\bmetadata\.create_all\s*\(|\bsqlx::migrate!|\.runPending(?:Migrations)?\(|\bembed_migrations!/;

/** Programs that are the migration itself. */
const OWN_PROGRAM = /migrat|schema|seed|alembic/i;

function findVersioned(context: DetectorContext): string | undefined {
  return context.files.find(
    path =>
      !OTHER_FOLDER.test(path) &&
      (SPECIAL_FILE.test(path) ||
        (FOLDER.test(path) && VERSIONED_NAME.test(baseName(path)))),
  );
}

/** What a container is told to run. */
function commandOf(container: unknown): string {
  return [...listAt(container, 'command'), ...listAt(container, 'args')]
    .map(String)
    .join(' ');
}

/** A Job, a hook or an init container that migrates before the service starts. */
function fromObjects(context: DetectorContext): {
  apart?: Origin;
  atStart?: Origin;
} {
  const found: { apart?: Origin; atStart?: Origin } = {};
  for (const object of context.objects) {
    if (!isWorkloadKind(object.kind)) {
      continue;
    }
    const isFinite = object.kind === 'Job' || object.kind === 'CronJob';
    for (const list of ['containers', 'initContainers']) {
      const path = [...podSpecPath(object), list];
      for (const [index, container] of listAt(
        object.object,
        ...path,
      ).entries()) {
        const runs = COMMAND.test(commandOf(container));
        const named =
          isFinite || list === 'initContainers'
            ? COMMAND.test(
                `${object.name} ${stringAt(container, 'name')} ${stringAt(
                  container,
                  'image',
                )}`.replace(/[-_/]/g, ' '),
              )
            : false;
        if (runs || named) {
          const origin = object.originOf([...path, index]);
          if (isFinite || list === 'initContainers') {
            found.apart ??= origin;
          } else {
            found.atStart ??= origin;
          }
        }
      }
    }
  }
  return found;
}

async function fromPipelines(
  context: DetectorContext,
): Promise<Origin | undefined> {
  const { pipelines } = await readPipelines(context);
  for (const { steps } of pipelines) {
    for (const step of steps) {
      // Where every change is tested, the schema of the test database is meant.
      if (step.everyChange || step.run === '') {
        continue;
      }
      const lines = await commandLines(context, step.run);
      if (
        lines.some(line => COMMAND.test(line) && !/^\s*echo\b|^\s*#/.test(line))
      ) {
        return step.origin;
      }
    }
  }
  return undefined;
}

/** The image or the start script migrates before it serves. */
async function fromStart(
  context: DetectorContext,
): Promise<Origin | undefined> {
  for (const path of context.files) {
    const name = baseName(path);
    if (name === 'package.json' && !OTHER_FOLDER.test(path)) {
      const document = (await context.documents(path))?.[0];
      for (const script of ['prestart', 'start', 'start:prod']) {
        if (COMMAND.test(stringAt(document?.value, 'scripts', script) ?? '')) {
          return { file: path, line: document?.lineOf(['scripts', script]) };
        }
      }
    }
    const starts =
      /^(?:Dockerfile|Containerfile)$|^(?:docker-)?(?:entrypoint|start)\.sh$|^Procfile$/.test(
        name,
      );
    if (starts && !FOLDER.test(path)) {
      const lines = ((await context.text(path)) ?? '').split(/\r?\n/);
      const isScript = extensionOf(path) === 'sh';
      const index = lines.findIndex(line => {
        const runs = isScript
          ? !/^\s*#/.test(line)
          : /^\s*(?:CMD|ENTRYPOINT)\b|^web:/.test(line);
        return runs && COMMAND.test(line);
      });
      if (index >= 0) {
        return { file: path, line: index + 1 };
      }
    }
  }
  return undefined;
}

/** Frameworks that migrate at start unless they are told not to. */
async function fromFrameworks(
  context: DetectorContext,
): Promise<Origin | undefined> {
  const dependencies = await readDependencies(context);
  const properties = await readProperties(context);
  const spring = dependencies.find('maven', ['org.springframework.boot:*']);
  for (const [name, artifact] of [
    ['flyway', 'org.flywaydb:*'],
    ['liquibase', 'org.liquibase:*'],
  ] as const) {
    const library = dependencies.find('maven', [artifact]);
    if (spring && library) {
      const enabled = properties.get(`spring.${name}.enabled`);
      if (enabled?.value !== 'false') {
        return enabled?.origin ?? library.origin;
      }
    }
  }
  const ddl = properties.get('spring.jpa.hibernate.ddl-auto');
  return ddl && /^(?:update|create)/.test(ddl.value) ? ddl.origin : undefined;
}

async function fromSource(
  context: DetectorContext,
): Promise<Origin | undefined> {
  for (const file of await readSourceFiles(context)) {
    const match = OWN_PROGRAM.test(file.path)
      ? undefined
      : CALL.exec(file.masked().code);
    if (match) {
      return { file: file.path, line: lineAt(file.text, match.index) };
    }
  }
  return undefined;
}

async function stateSeparate(
  context: DetectorContext,
  versioned: string | undefined,
): Promise<void> {
  const fact = 'migrations.separate';
  const objects = fromObjects(context);
  const atStart =
    objects.atStart ??
    (await fromStart(context)) ??
    (await fromFrameworks(context));
  const apart = objects.apart ?? (await fromPipelines(context));
  if (atStart) {
    context.fact(fact, false, atStart);
  } else if (apart) {
    context.fact(fact, true, apart);
  } else {
    const called = await fromSource(context);
    if (called) {
      context.fact(fact, false, called);
    } else {
      context.gap(
        fact,
        versioned === undefined
          ? 'there are no migrations in the repository'
          : `nothing in the repository runs ${versioned}: run the migrations in a Job or a step of the pipeline`,
      );
    }
  }
}

/** `migrations.versioned` and `migrations.separate`. */
export const migrationsDetector: Detector = {
  name: 'migrations',
  facts: ['migrations.versioned', 'migrations.separate'],
  async detect(context) {
    const versioned = findVersioned(context);
    if (versioned !== undefined) {
      context.fact('migrations.versioned', true, { file: versioned, line: 1 });
    } else if ((await readSourceFiles(context)).length > 0) {
      context.fact('migrations.versioned', false);
    } else {
      context.gap(
        'migrations.versioned',
        'neither source nor migrations of the service are in this repository',
      );
    }
    await stateSeparate(context, versioned);
  },
};
