import { lookup as dnsLookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { InputError, NotFoundError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import { isPrivateAddress } from './isPrivateAddress';

/** @see getGuardedJson */
export interface GuardedRequestOptions {
  signal: AbortSignal;
  /** Milliseconds for the whole answer; 10 seconds unless told. */
  timeout?: number;
  /** 1 MiB unless told. */
  maxBytes?: number;
  /** Whether an address must not be asked; those of inner networks unless told. */
  refuses?: (address: string) => boolean;
}

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1024 * 1024;

/**
 * The JSON at a URL. The address is checked where the connection is made, so
 * that no name can lead to the inner network between a check and the use of it.
 * Redirects are not followed: they are a way around the list of hosts.
 *
 * @throws NotFoundError where there is nothing; Error where there is no usable
 *   answer, saying why without the query of the URL, which may hold a secret
 */
export async function getGuardedJson(
  url: URL,
  options: GuardedRequestOptions,
): Promise<JsonValue> {
  const { timeout = TIMEOUT_MS, maxBytes = MAX_BYTES } = options;
  const refuses = options.refuses ?? isPrivateAddress;
  const place = `${url.host}${url.pathname}`;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && refuses(host)) {
    throw new InputError(`${place} is an address of the inner network`);
  }
  const signal = AbortSignal.any([
    options.signal,
    AbortSignal.timeout(timeout),
  ]);
  const { status, body } = await get(url, {
    signal,
    maxBytes,
    lookup: guardedLookup(refuses),
  });
  if (status === 404 || status === 410) {
    throw new NotFoundError(`${place} answers ${status}`);
  }
  if (status < 200 || status > 299) {
    throw new Error(`${place} answers ${status}`);
  }
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new Error(`${place} answers no JSON`, { cause });
  }
}

interface Answer {
  status: number;
  body: string;
}

function get(
  url: URL,
  options: { signal: AbortSignal; maxBytes: number; lookup: LookupFunction },
): Promise<Answer> {
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = request(
      url,
      {
        headers: { accept: 'application/json' },
        signal: options.signal,
        lookup: options.lookup,
      },
      response => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > options.maxBytes) {
            reject(
              new Error(
                `${url.host}${url.pathname} answers more than ${options.maxBytes} bytes`,
              ),
            );
            asked.destroy();
            return;
          }
          chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        );
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

function guardedLookup(refuses: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) {
        callback(error, '');
        return;
      }
      if (addresses.some(({ address }) => refuses(address))) {
        callback(
          new Error(`${hostname} is an address of the inner network`),
          '',
        );
        return;
      }
      if (options.all) {
        callback(null, addresses);
      } else {
        callback(null, addresses[0].address, addresses[0].family);
      }
    });
  };
}
