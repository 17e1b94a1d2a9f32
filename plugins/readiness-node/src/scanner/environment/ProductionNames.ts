/** Names of what serves customers, unless config says otherwise. */
export const DEFAULT_PRODUCTION_NAMES: readonly string[] = [
  'production',
  'prod',
  'prd',
  'live',
];

/** Names of other environments. */
const OTHER_ENVIRONMENTS = [
  'dev',
  'development',
  'nonprod',
  'non-prod',
  'non-production',
  'pre-prod',
  'pre-production',
  'preprod',
  'qa',
  'sandbox',
  'stage',
  'staging',
  'stg',
  'uat',
];

/** Folders whose manifests run nowhere, or on one person's machine. */
const OTHER_FOLDERS = [
  'ci',
  'e2e',
  'fixtures',
  'local',
  'preview',
  'test',
  'testdata',
  'testing',
  'tests',
];

/** Folders that hold one folder for each environment. */
const OVERLAY_FOLDERS = new Set([
  'clusters',
  'env',
  'environments',
  'envs',
  'overlay',
  'overlays',
  'stages',
]);

/** What a path or a namespace says about its environment. */
export type EnvironmentHint = 'production' | 'other' | undefined;

/** Knows production by the names of folders, files and namespaces. */
export class ProductionNames {
  private readonly production: ReadonlySet<string>;
  private readonly others: ReadonlySet<string>;
  private readonly otherFolders: ReadonlySet<string>;

  constructor(names: readonly string[] = DEFAULT_PRODUCTION_NAMES) {
    this.production = new Set(names.map(name => name.toLowerCase()));
    const isOther = (name: string) => !this.production.has(name);
    this.others = new Set(OTHER_ENVIRONMENTS.filter(isOther));
    this.otherFolders = new Set(OTHER_FOLDERS.filter(isOther));
  }

  /** For people: `production, prod, prd, live`. */
  describe(): string {
    return [...this.production].join(', ');
  }

  /** What the folders of a path say; another environment goes first. */
  ofFolder(path: string): EnvironmentHint {
    const segments = path.toLowerCase().split('/').filter(Boolean);
    const hints = segments.map((segment, index) =>
      this.ofSegment(segment, OVERLAY_FOLDERS.has(segments[index - 1] ?? '')),
    );
    return hints.includes('other')
      ? 'other'
      : hints.find(hint => hint !== undefined);
  }

  /** What the folders and the name of a file say: `deployment-staging.yaml`. */
  ofFile(path: string): EnvironmentHint {
    const slash = path.lastIndexOf('/');
    const stem = path
      .slice(slash + 1)
      .toLowerCase()
      .replace(/\.(?:ya?ml|json)$/, '');
    const folder = this.ofFolder(path.slice(0, Math.max(0, slash)));
    const last = /[^.-]*$/.exec(stem)?.[0] ?? '';
    if (folder === 'other' || this.others.has(last)) {
      return 'other';
    }
    return folder ?? (this.production.has(last) ? 'production' : undefined);
  }

  /** What a namespace says: `production`, or `payments-prod`. */
  ofNamespace(namespace: string): EnvironmentHint {
    const name = namespace.toLowerCase();
    if (this.others.has(name)) {
      return 'other';
    }
    return this.hasProductionWord(name) ? 'production' : undefined;
  }

  private ofSegment(
    segment: string,
    isBelowOverlays: boolean,
  ): EnvironmentHint {
    if (this.others.has(segment) || this.otherFolders.has(segment)) {
      return 'other';
    }
    if (this.production.has(segment)) {
      return 'production';
    }
    if (!isBelowOverlays) {
      return undefined;
    }
    // `overlays/production-eu`; elsewhere `live-video` may be a service.
    if ([...this.others].some(name => hasWords(segment, name))) {
      return 'other';
    }
    return this.hasProductionWord(segment) ? 'production' : undefined;
  }

  private hasProductionWord(name: string): boolean {
    return (
      [...this.production].some(word => hasWords(name, word)) &&
      ![...this.others].some(word => hasWords(name, word))
    );
  }
}

/** Whether a folder is one that holds a folder for each environment. */
export function isBelowOverlayFolder(path: string): boolean {
  return path
    .toLowerCase()
    .split('/')
    .slice(0, -1)
    .some(segment => OVERLAY_FOLDERS.has(segment));
}

function hasWords(name: string, words: string): boolean {
  return new RegExp(
    `(?:^|[^a-z0-9])${words.replace(/[^a-z0-9]/g, '[^a-z0-9]')}(?:[^a-z0-9]|$)`,
  ).test(name);
}
