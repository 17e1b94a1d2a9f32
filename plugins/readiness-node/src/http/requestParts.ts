import { InputError } from '@backstage/errors';
import type { UpstreamClientOptions, UpstreamRequest } from './types';

/**
 * The base URL with a slash at its end.
 *
 * @throws InputError where it is no HTTP address, or holds a user name or
 *   password, which belong into credentials
 */
export function readBaseUrl({ name, baseUrl }: UpstreamClientOptions): URL {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (!url || !['http:', 'https:'].includes(url.protocol)) {
    throw new InputError(
      `${name}: the URL must begin with http:// or https://`,
    );
  }
  if (url.username || url.password) {
    throw new InputError(
      `${name}: the URL holds a user name or password; configure them as credentials`,
    );
  }
  url.search = '';
  url.hash = '';
  url.pathname = url.pathname.replace(/\/*$/, '/');
  return url;
}

/** `POST` where there is a body, unless told. */
export function methodOf<T>(request: UpstreamRequest<T>): string {
  return request.method ?? (request.form || request.json ? 'POST' : 'GET');
}

/** The header that names the type of a JSON body. */
export function contentTypeOf<T>(
  request: UpstreamRequest<T>,
): Record<string, string> {
  return request.json === undefined
    ? {}
    : { 'content-type': 'application/json' };
}

/** The body as `fetch` takes it. */
export function bodyOf<T>(request: UpstreamRequest<T>) {
  if (request.json !== undefined) {
    return JSON.stringify(request.json);
  }
  return request.form && new URLSearchParams(request.form);
}
