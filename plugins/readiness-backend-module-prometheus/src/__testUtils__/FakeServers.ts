import { http, HttpResponse, type RequestHandler } from 'msw';

const PROMETHEUS = 'http://prometheus.test';
const ALERTMANAGER = 'http://alertmanager.test';

type Json = Parameters<typeof HttpResponse.json>[0];

/** An alerting rule as the API tells it, healthy and evaluated just now. */
export function ruleAnswer(
  name: string,
  labels: Record<string, string>,
  more: Record<string, unknown> = {},
) {
  return {
    type: 'alerting',
    name,
    query: 'vector(1)',
    labels,
    annotations: {},
    health: 'ok',
    lastEvaluation: '2026-11-23T11:59:30.123456789Z',
    state: 'inactive',
    ...more,
  };
}

/** What the API of Prometheus answers when it can. */
export function success(data: Json) {
  return { status: 'success', data };
}

/**
 * Servers that answer what a test wants, for what the real programs of today's
 * version do not do: pages, other schemas, refusals, outages.
 */
export class FakeServers {
  /** Paths with queries, in the order in which they were asked for. */
  readonly asked: string[] = [];
  rules: Json = { groups: [] };
  targets: Json = { activeTargets: [] };
  slos: Json = { resultType: 'vector', result: [] };
  routes = 'route: { receiver: everyone }';
  managed: Json = [];
  /** What the server alone knows: pending ones, and those not sent yet. */
  alerts: Json = [];
  silences: Json = [];
  config: Json = { yaml: '' };
  /** Answers a path in place of the above. */
  readonly instead = new Map<
    string,
    (request: Request) => Response | Promise<Response>
  >();

  handlers(): RequestHandler[] {
    return [
      this.#get(`${PROMETHEUS}/api/v1/rules`, () => success(this.rules)),
      this.#get(`${PROMETHEUS}/api/v1/targets`, () => success(this.targets)),
      this.#get(`${PROMETHEUS}/api/v1/query`, () => success(this.slos)),
      this.#get(`${PROMETHEUS}/api/v1/status/config`, () =>
        success(this.config),
      ),
      this.#get(`${ALERTMANAGER}/api/v2/status`, () => ({
        config: { original: this.routes },
      })),
      this.#get(`${PROMETHEUS}/api/v1/alerts`, () =>
        success({ alerts: this.alerts }),
      ),
      this.#get(`${ALERTMANAGER}/api/v2/alerts`, () => this.managed),
      this.#get(`${ALERTMANAGER}/api/v2/silences`, () => this.silences),
    ];
  }

  #get(url: string, answer: () => Json): RequestHandler {
    return http.all(url, ({ request }) => {
      const { pathname, search } = new URL(request.url);
      this.asked.push(`${pathname}${search}`);
      const instead = this.instead.get(pathname);
      return instead ? instead(request) : HttpResponse.json(answer());
    });
  }
}
