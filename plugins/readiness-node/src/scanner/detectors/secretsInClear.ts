import type { Detector, DetectorContext, ProductionObject } from '../Detector';
import { findSecretInVariable, findSecretsInFile } from '../secrets';
import { baseName, extensionOf, foldersOf } from './support/paths';
import { objectAt, stringAt, valueAt } from './support/values';

/** Findings that one service states; more say nothing new. */
const MAX_FINDINGS = 50;

/** Extensions of files in which people write. */
const EXTENSIONS = new Set(
  (
    'bash c cfg cnf conf config cpp cs css csproj dart ejs ex exs gradle groovy go graphql hcl html ini ipynb java js json json5 jsx key kt ' +
    'kts lua md mjs cjs mts cts pem php pl plist properties ps1 pub py r rb rs rst scala sh sql svelte swift tf tfvars toml ts tsx txt vue ' +
    'xml yaml yml zsh'
  ).split(' '),
);

const NAMES =
  /^(?:\.env(?:\..+)?|\.npmrc|\.netrc|\.pypirc|\.pgpass|\.htpasswd|\.dockercfg|Dockerfile.*|Makefile|Jenkinsfile|Procfile|Vagrantfile|id_rsa|id_ed25519|credentials)$/;

/** Written by machines, or copies of the work of others. */
const GENERATED =
  /(?:^|[./-])(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|composer\.lock|Gemfile\.lock|poetry\.lock|Cargo\.lock|go\.sum)$|\.min\.(?:js|css)$|\.snap$|\.map$/;

/** What is there to be tried or copied, and opens nothing. */
const SAMPLE_NAME =
  /\.(?:example|sample|template|dist|tpl|tmpl)(?:\.|$)|(?:^|[._-])(?:test|spec|mock|fixture)s?[._-]/i;

const SAMPLE_FOLDERS = new Set([
  'node_modules',
  'vendor',
  'test',
  'tests',
  '__tests__',
  '__mocks__',
  'testdata',
  'fixtures',
  'examples',
  'e2e',
  'spec',
  'mocks',
]);

/** Words that say of a value that it opens nothing. */
const FAKE =
  /change[-_ ]?(?:me|it|this)|not[-_ ]?a[-_ ]?real|example|sample|dummy|fake|placeholder|redacted|insert[-_ ]|replace[-_ ]?(?:me|with)|your[-_]|todo|x{4,}|\*{3,}|\.{3}|<[^>]{1,60}>|\$\{|\{\{|%[A-Z_]{3,40}%/i;

/** `postgres:postgres@`, `@localhost`: what a developer's own machine has. */
function isLocal(line: string): boolean {
  const [, user, password, host] =
    /:\/\/([^\s:/@'"]{0,100}):([^\s@/'"]{1,200})@([^\s:/'"]{1,200})/.exec(
      line,
    ) ?? [];
  return (
    host !== undefined &&
    (user === password ||
      /^(?:localhost|127\.0\.0\.1|\[?::1\]?|host\.docker\.internal)$/.test(
        host,
      ) ||
      /^(?:password|passwd|pass|secret|root|admin|guest|test|dev|postgres|user)$/i.test(
        password,
      ))
  );
}

function isLookedAt(context: DetectorContext, path: string): boolean {
  const name = baseName(path);
  const inside = path.slice(context.sourcePath.length);
  return (
    (EXTENSIONS.has(extensionOf(path)) || NAMES.test(name)) &&
    !GENERATED.test(name) &&
    !SAMPLE_NAME.test(name) &&
    !foldersOf(inside).some(folder => SAMPLE_FOLDERS.has(folder))
  );
}

/** Prose shows how things look: only the tokens that somebody issues count. */
function isProse(path: string): boolean {
  return ['md', 'rst', 'txt', 'ipynb', 'html'].includes(extensionOf(path));
}

function decoded(value: string): string {
  const text = Buffer.from(value, 'base64').toString('utf8');
  return text.includes('\uFFFD') ? value : text;
}

/** Values that a Secret holds as they are: anyone who may read the file has them. */
function secretsInObject(object: ProductionObject): string[] {
  if (
    object.kind !== 'Secret' ||
    object.apiVersion !== 'v1' ||
    valueAt(object.object, 'sops') !== undefined
  ) {
    return [];
  }
  return (['data', 'stringData'] as const).flatMap(field =>
    Object.keys(objectAt(object.object, field)).flatMap(key => {
      const written = stringAt(object.object, field, key) ?? '';
      const value = field === 'data' ? decoded(written) : written;
      const finding = findSecretInVariable(key, value);
      // Public halves are kept in Secrets beside the private ones.
      if (!finding || FAKE.test(value) || /\.crt$|^ca\b/.test(key)) {
        return [];
      }
      const { file, line } = object.originOf([field, key]);
      return `${file}:${line} ${finding.looksLike}, in a Secret`;
    }),
  );
}

/**
 * `secrets.inClear`: secrets in committed files, by place and pattern; never the
 * value. Tests, fixtures and samples are left out, as is what is obviously made
 * up. Variables and ConfigMaps of manifests are facts of their own.
 */
export const secretsInClearDetector: Detector = {
  name: 'secrets in clear',
  facts: ['secrets.inClear'],
  async detect(context) {
    const manifests = new Set(context.objects.map(({ origin }) => origin.file));
    const findings = context.objects.flatMap(secretsInObject);
    for (const path of context.files) {
      if (manifests.has(path) || !isLookedAt(context, path)) {
        continue;
      }
      const text = await context.text(path);
      if (text === undefined) {
        continue;
      }
      const found = findSecretsInFile(context.allFiles, path, text);
      const lines = found.length > 0 ? text.split('\n') : [];
      for (const { line, looksLike } of found) {
        const written = lines[line - 1] ?? '';
        const issued =
          looksLike !== 'a secret by its name' &&
          looksLike !== 'a connection string with a password';
        if (
          !FAKE.test(written) &&
          !isLocal(written) &&
          (issued || !isProse(path))
        ) {
          findings.push(`${path}:${line} ${looksLike}`);
        }
      }
    }
    const [file, line] = findings.at(0)?.split(' ')[0].split(':') ?? [];
    context.fact(
      'secrets.inClear',
      findings.slice(0, MAX_FINDINGS),
      file === undefined ? undefined : { file, line: Number(line) },
    );
  },
};
