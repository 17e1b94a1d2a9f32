import { createHash } from 'node:crypto';
import { HttpResponse, type JsonBodyType } from 'msw';
import type { Company } from '../../model';

const HOUR = 60 * 60_000;
const LIMIT = 5000;

/**
 * Answers with what GitHub puts on every answer: its rate limit, an ETag, and
 * `Link` on lists.
 */
export class GithubAnswers {
  readonly #company: Company;
  #hour = 0;
  #used = 0;

  constructor(company: Company) {
    this.#company = company;
  }

  /** One page of a list; bodies are made of its items alone. */
  page<T>(
    request: Request,
    items: readonly T[],
    bodyOf: (item: T) => JsonBodyType,
  ): Response {
    const url = new URL(request.url);
    const size = Math.min(Number(url.searchParams.get('per_page') ?? 30), 100);
    const page = Math.max(Number(url.searchParams.get('page') ?? 1), 1);
    const last = Math.max(Math.ceil(items.length / size), 1);
    const link = (target: number, rel: string) => {
      const address = new URL(url);
      address.searchParams.set('page', String(target));
      return `<${address}>; rel="${rel}"`;
    };
    const links =
      page < last ? [link(page + 1, 'next'), link(last, 'last')] : [];
    return this.json(
      request,
      items.slice((page - 1) * size, page * size).map(bodyOf),
      links.length > 0 ? { link: links.join(', ') } : {},
    );
  }

  /** An answer that is 304 where the client has it already, and is free then. */
  json(
    request: Request,
    body: JsonBodyType,
    headers: Record<string, string> = {},
  ): Response {
    const hash = createHash('sha1').update(JSON.stringify(body)).digest('hex');
    const etag = `W/"${hash}"`;
    const isKnown = request.headers.get('if-none-match') === etag;
    const all = { ...headers, ...this.#limit(isKnown ? 0 : 1), etag };
    return isKnown
      ? new HttpResponse(null, { status: 304, headers: all })
      : HttpResponse.json(body, { headers: all });
  }

  #limit(cost: number): Record<string, string> {
    const hour = Math.floor(this.#company.now().getTime() / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#used = 0;
    }
    this.#used = Math.min(this.#used + cost, LIMIT);
    return {
      'x-ratelimit-limit': String(LIMIT),
      'x-ratelimit-remaining': String(LIMIT - this.#used),
      'x-ratelimit-used': String(this.#used),
      'x-ratelimit-reset': String(((hour + 1) * HOUR) / 1000),
      'x-ratelimit-resource': 'core',
    };
  }
}
