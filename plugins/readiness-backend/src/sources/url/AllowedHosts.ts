import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** A host that config allows URL facts to be read from. */
export interface AllowedHost {
  /** `example.com`, `*.example.com`, or with a port `example.com:8443`. */
  host: string;
  /** Path prefixes; all paths where absent. */
  paths?: string[];
}

/** Finds the addresses of a host. */
export type ResolveHost = (host: string) => Promise<string[]>;

/**
 * Decides which URLs may be asked: those on hosts that config names, over
 * HTTPS or HTTP, and never an address of the inner network, whatever name leads
 * there.
 */
export class AllowedHosts {
  readonly #hosts: readonly AllowedHost[];
  readonly #resolve: ResolveHost;

  constructor(hosts: readonly AllowedHost[], resolve = resolveByDns) {
    this.#hosts = hosts;
    this.#resolve = resolve;
  }

  /** Why a URL may not be asked, as half a sentence; undefined where it may. */
  async refusal(url: URL): Promise<string | undefined> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') {
      return `${url.protocol} is not asked`;
    }
    if (url.username || url.password) {
      return 'a URL must not hold a user name or password';
    }
    if (!this.#hosts.some(allowed => allows(allowed, url))) {
      return `${url.host}${url.pathname} is not below readiness.factUrls.allow`;
    }
    return this.#refusalOfAddress(url.hostname.replace(/^\[|\]$/g, ''));
  }

  async #refusalOfAddress(host: string): Promise<string | undefined> {
    let addresses: string[];
    try {
      addresses = isIP(host) ? [host] : await this.#resolve(host);
    } catch {
      return `${host} has no address`;
    }
    return addresses.some(isPrivate)
      ? `${host} is an address of the inner network`
      : undefined;
  }
}

async function resolveByDns(host: string): Promise<string[]> {
  const found = await lookup(host, { all: true });
  return found.map(entry => entry.address);
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

function isPrivate(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  const plain = mapped ? mapped[1] : address;
  return PRIVATE.check(plain, isIP(plain) === 6 ? 'ipv6' : 'ipv4');
}

/** What IANA reserves for anything but the open Internet. */
const PRIVATE = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001:db8::', 32],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  PRIVATE.addSubnet(network, prefix, 'ipv6');
}
