/** A host that config allows URL facts to be read from. */
export interface AllowedHost {
  /** `example.com`, `*.example.com`, or with a port `example.com:8443`. */
  host: string;
  /** Path prefixes; all paths where absent. */
  paths?: string[];
}

/** The hosts that config allows, over HTTPS or HTTP. */
export class AllowedHosts {
  readonly #hosts: readonly AllowedHost[];

  constructor(hosts: readonly AllowedHost[]) {
    this.#hosts = hosts;
  }

  /** Why a URL may not be asked, as half a sentence; undefined where it may. */
  refusal(url: URL): string | undefined {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      return `${url.protocol} is not asked`;
    }
    if (url.username || url.password) {
      return 'a URL must not hold a user name or password';
    }
    return this.#hosts.some(allowed => allows(allowed, url))
      ? undefined
      : `${url.host}${url.pathname} is not below readiness.factUrls.allow`;
  }
}

function allows(allowed: AllowedHost, url: URL): boolean {
  const [name, port] = allowed.host.toLowerCase().split(':');
  const host = url.hostname.toLowerCase();
  const named = name.startsWith('*.')
    ? host.endsWith(name.slice(1)) && host.length > name.length - 1
    : host === name;
  const asked = url.port || (url.protocol === 'https:' ? '443' : '80');
  // Only standard ports unless config names one.
  const onPort = port ? asked === port : url.port === '';
  return (
    named &&
    onPort &&
    (allowed.paths?.some(path => url.pathname.startsWith(path)) ?? true)
  );
}
