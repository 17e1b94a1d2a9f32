import {
  type UpstreamCall,
  UpstreamClient,
  type UpstreamClientOptions,
} from '@airworthy/plugin-readiness-node';
import { z } from 'zod';
import { parseRouteTree, type RouteTree } from '../routing';
import { alertsAnswer, silencesAnswer, statusAnswer } from './schemas';

/** An alert that Alertmanager holds. */
export type ManagedAlert = z.infer<typeof alertsAnswer>[number];

/** A silence, whatever its state. */
export type Silence = z.infer<typeof silencesAnswer>[number];

/** The HTTP API of an Alertmanager. */
export class AlertmanagerApi {
  readonly #client: UpstreamClient;

  constructor(options: UpstreamClientOptions) {
    this.#client = UpstreamClient.create(options);
  }

  /**
   * Where alerts go. The rest of the configuration is forgotten at once.
   *
   * @throws UpstreamError
   * @throws RouteTreeError where the configuration cannot be understood
   */
  async routeTree(call: UpstreamCall): Promise<RouteTree> {
    const { body } = await this.#client.request(
      { path: 'api/v2/status', schema: statusAnswer, readError },
      call,
    );
    return parseRouteTree(body.config.original);
  }

  /** @throws UpstreamError */
  async alerts(call: UpstreamCall): Promise<ManagedAlert[]> {
    const { body } = await this.#client.request(
      { path: 'api/v2/alerts', schema: alertsAnswer, readError },
      call,
    );
    return body;
  }

  /** @throws UpstreamError */
  async silences(call: UpstreamCall): Promise<Silence[]> {
    const { body } = await this.#client.request(
      { path: 'api/v2/silences', schema: silencesAnswer, readError },
      call,
    );
    return body;
  }
}

/** Failures are a JSON string, or an object with a message. */
function readError(body: unknown) {
  const failed = z
    .union([z.string(), z.object({ message: z.string() })])
    .safeParse(body);
  if (!failed.success) {
    return undefined;
  }
  return {
    message:
      typeof failed.data === 'string' ? failed.data : failed.data.message,
  };
}
