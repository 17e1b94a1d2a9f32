import { readFile } from 'node:fs/promises';
import { Agent } from 'undici';
import {
  type UpstreamCall,
  UpstreamClient,
  type UpstreamClientOptions,
} from '@airworthy/plugin-readiness-node';
import type { JsonObject } from '@backstage/types';
import type { ClusterConfig } from '../config';
import { type ResourceKind, resourcePath } from './resourceKinds';
import { groupListSchema, objectListSchema, statusSchema } from './schemas';

/** Objects of one kind, or a part of them. */
export interface ObjectPage {
  items: JsonObject[];
  /** Where the next page begins; absent on the last. */
  next?: string;
}

/** Names and labels alone: kubernetes.io, API concepts, metadata-only fetches. */
const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1';

/**
 * The few questions that are put to an API server. They go through our own
 * client rather than `@kubernetes/client-node`: that one neither retries nor
 * backs off nor bounds what it reads, and of its sign-in only the token of a
 * service account is wanted here.
 */
export class KubernetesApi {
  readonly #client: UpstreamClient;
  readonly #config: ClusterConfig;

  constructor(
    config: ClusterConfig,
    options: Pick<UpstreamClientOptions, 'logger' | 'retry' | 'breaker'> = {},
  ) {
    this.#config = config;
    this.#client = UpstreamClient.create({
      name: `Kubernetes ${config.name}`,
      baseUrl: config.url,
      credentials: () => this.#credentials(),
      secrets: config.token === undefined ? [] : [config.token],
      timeout: config.timeout,
      dispatcher: createDispatcher(config),
      ...options,
    });
  }

  /** What it signs in with at this moment. */
  async token(): Promise<string | undefined> {
    const { token, tokenFile } = this.#config;
    return tokenFile === undefined
      ? token
      : (await readFile(tokenFile, 'utf8')).trim();
  }

  async #credentials(): Promise<Record<string, string>> {
    const token = await this.token();
    return token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  /** The versions that are served of each API group, but for the core group. */
  async servedVersions(
    call: UpstreamCall,
  ): Promise<ReadonlyMap<string, string[]>> {
    const { body } = await this.#client.request(
      { path: 'apis', schema: groupListSchema, readError: readStatus },
      call,
    );
    return new Map(
      body.groups.map(({ name, versions }) => [
        name,
        versions.map(({ version }) => version),
      ]),
    );
  }

  /**
   * One page of the objects of a kind, each with its kind written on it.
   *
   * @param options - `from` is the `next` of the page before
   */
  async list(
    resource: ResourceKind,
    options: { version: string; namespace?: string; from?: string },
    call: UpstreamCall,
  ): Promise<ObjectPage> {
    const { version, namespace, from } = options;
    const { body } = await this.#client.request(
      {
        path: resourcePath(resource, version, namespace),
        query: { limit: this.#config.pageSize, continue: from },
        headers: resource.metadataOnly ? { accept: METADATA_ONLY } : {},
        schema: objectListSchema,
        readError: readStatus,
      },
      call,
    );
    const { group, kind } = resource;
    const apiVersion = group ? `${group}/${version}` : version;
    const next = body.metadata.continue || undefined;
    return {
      // The items of a list bear no kind of their own.
      items: body.items.map(item => ({ ...item, apiVersion, kind })),
      ...(next === undefined ? {} : { next }),
    };
  }
}

function readStatus(body: unknown): { message?: string } | undefined {
  const status = statusSchema.safeParse(body);
  return status.success ? { message: status.data.message } : undefined;
}

function createDispatcher({ certificate }: ClusterConfig): Agent | undefined {
  const { ca, skipVerify } = certificate;
  return ca === undefined && !skipVerify
    ? undefined
    : new Agent({ connect: { ca, rejectUnauthorized: !skipVerify } });
}
