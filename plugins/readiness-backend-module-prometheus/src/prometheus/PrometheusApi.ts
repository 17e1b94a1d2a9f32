import {
  type UpstreamCall,
  UpstreamClient,
  type UpstreamClientOptions,
  UpstreamError,
} from '@airworthy/plugin-readiness-node';
import {
  alertsAnswer,
  configAnswer,
  failedAnswer,
  rulesAnswer,
  targetsAnswer,
  vectorAnswer,
} from './schemas';
import type { AlertingRule, Sample, ServerAlert, Target } from './types';

/** Groups in one page of rules, for servers that page them. */
const GROUPS_PER_PAGE = 500;

/** More pages than any server has; a token that goes in circles ends here. */
const MAX_PAGES = 1000;

/** What will fail again however often it is asked. */
const PERMANENT_ERRORS = new Set(['bad_data', 'execution', 'timeout']);

/** The groups of rules changed while they were paged. */
class StaleTokenError extends Error {}

/** The HTTP API of a Prometheus, or of what speaks like one. */
export class PrometheusApi {
  readonly #client: UpstreamClient;

  constructor(options: UpstreamClientOptions) {
    this.#client = UpstreamClient.create(options);
  }

  /**
   * All alerting rules. Newer servers page the groups; older ones answer
   * everything at once and ignore what they do not know.
   *
   * @throws UpstreamError
   */
  async alertingRules(call: UpstreamCall): Promise<AlertingRule[]> {
    try {
      return await this.#allRules(call);
    } catch (error) {
      // A page token dies when the groups change meanwhile.
      if (error instanceof StaleTokenError) {
        return this.#allRules(call);
      }
      throw error;
    }
  }

  /** @throws UpstreamError */
  async activeTargets(call: UpstreamCall): Promise<Target[]> {
    const { body } = await this.#client.request(
      {
        path: 'api/v1/targets',
        query: { state: 'active' },
        schema: targetsAnswer,
        readError,
      },
      call,
    );
    return body.data.activeTargets;
  }

  /** @throws UpstreamError */
  async alerts(call: UpstreamCall): Promise<ServerAlert[]> {
    const { body } = await this.#client.request(
      { path: 'api/v1/alerts', schema: alertsAnswer, readError },
      call,
    );
    return body.data.alerts;
  }

  /**
   * The instant vector of a query, now.
   *
   * @throws UpstreamError, `refused` where the server cannot evaluate it
   */
  async query(promql: string, call: UpstreamCall): Promise<Sample[]> {
    const { body } = await this.#client.request(
      {
        path: 'api/v1/query',
        form: { query: promql },
        schema: vectorAnswer,
        readError,
      },
      call,
    );
    return body.data.result.map(({ metric, value: [, text] }) => ({
      labels: metric,
      value: readNumber(text),
    }));
  }

  /**
   * The configuration as YAML, its secrets redacted by the server; undefined
   * where it is not served, as by Thanos and Mimir, or not to us.
   *
   * @throws UpstreamError for any other reason
   */
  async config(call: UpstreamCall): Promise<string | undefined> {
    try {
      const { body } = await this.#client.request(
        { path: 'api/v1/status/config', schema: configAnswer, readError },
        call,
      );
      return body.data.yaml;
    } catch (error) {
      const kept =
        error instanceof UpstreamError &&
        ['denied', 'not-found', 'refused'].includes(error.reason);
      if (kept) {
        return undefined;
      }
      throw error;
    }
  }

  async #allRules(call: UpstreamCall): Promise<AlertingRule[]> {
    const rules: AlertingRule[] = [];
    let token: string | undefined;
    for (let page = 0; page < MAX_PAGES; page += 1) {
      const { groups, groupNextToken } = await this.#pageOfRules(token, call);
      for (const group of groups) {
        for (const { type, labels, annotations, ...rule } of group.rules) {
          if (type === 'alerting') {
            rules.push({
              ...rule,
              labels: labels ?? {},
              annotations: annotations ?? {},
            });
          }
        }
      }
      if (!groupNextToken || groupNextToken === token) {
        break;
      }
      token = groupNextToken;
    }
    return rules;
  }

  async #pageOfRules(token: string | undefined, call: UpstreamCall) {
    try {
      const { body } = await this.#client.request(
        {
          path: 'api/v1/rules',
          query: {
            type: 'alert',
            exclude_alerts: true,
            group_limit: GROUPS_PER_PAGE,
            group_next_token: token,
          },
          schema: rulesAnswer,
          readError,
        },
        call,
      );
      return body.data;
    } catch (error) {
      if (
        token !== undefined &&
        error instanceof UpstreamError &&
        error.reason === 'refused'
      ) {
        throw new StaleTokenError(error.message);
      }
      throw error;
    }
  }
}

function readError(body: unknown) {
  const failed = failedAnswer.safeParse(body);
  return failed.success
    ? {
        message: `${failed.data.errorType}: ${failed.data.error}`,
        permanent: PERMANENT_ERRORS.has(failed.data.errorType),
      }
    : undefined;
}

/** Prometheus writes infinity as `+Inf`. */
function readNumber(text: string): number {
  return /^[+-]?Inf$/.test(text)
    ? (text.startsWith('-') ? -1 : 1) * Infinity
    : Number(text);
}
