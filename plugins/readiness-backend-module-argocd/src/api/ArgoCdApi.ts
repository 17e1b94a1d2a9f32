import {
  type UpstreamCall,
  UpstreamClient,
  type UpstreamClientOptions,
} from '@airworthy/plugin-readiness-node';
import type { InstanceConfig } from '../config';
import {
  type Application,
  applicationListSchema,
  applicationSchema,
  errorSchema,
  type RevisionMetadata,
  revisionMetadataSchema,
} from './schemas';

/**
 * What is asked of every application. The list knows no pages, and leaves out
 * `status.history` whatever is asked for.
 */
const LIST_FIELDS = [
  'metadata.name',
  'metadata.namespace',
  'metadata.labels',
  'spec.project',
  'spec.destination',
  'spec.revisionHistoryLimit',
  'spec.syncPolicy',
  'status.sync.status',
  'status.health.status',
  'status.operationState.phase',
  'status.operationState.startedAt',
  'status.operationState.finishedAt',
  'status.resources',
]
  .map(field => `items.${field}`)
  .join(',');

/** The few questions that are put to an Argo CD. */
export class ArgoCdApi {
  readonly #client: UpstreamClient;

  constructor(
    config: InstanceConfig,
    options: Pick<UpstreamClientOptions, 'logger' | 'retry' | 'breaker'> = {},
  ) {
    this.#client = UpstreamClient.create({
      name: `Argo CD ${config.name}`,
      baseUrl: config.url,
      credentials: () => ({ authorization: `Bearer ${config.token}` }),
      secrets: [config.token],
      timeout: config.timeout,
      ...options,
    });
  }

  /** All applications that the token may see, without their history. */
  async applications(call: UpstreamCall): Promise<Application[]> {
    const { body } = await this.#client.request(
      {
        path: 'api/v1/applications',
        query: { fields: LIST_FIELDS },
        schema: applicationListSchema,
        readError,
      },
      call,
    );
    return body.items;
  }

  /** One application, with its history. */
  async application(
    { metadata, spec }: Application,
    call: UpstreamCall,
  ): Promise<Application> {
    const { body } = await this.#client.request(
      {
        path: `api/v1/applications/${encodeURIComponent(metadata.name)}`,
        query: { appNamespace: metadata.namespace, project: spec?.project },
        schema: applicationSchema,
        readError,
      },
      call,
    );
    return body;
  }

  /** What the repository server knows of a commit that an application deployed. */
  async revisionMetadata(
    { metadata, spec }: Application,
    revision: string,
    call: UpstreamCall,
  ): Promise<RevisionMetadata> {
    const name = encodeURIComponent(metadata.name);
    const { body } = await this.#client.request(
      {
        path: `api/v1/applications/${name}/revisions/${encodeURIComponent(
          revision,
        )}/metadata`,
        query: { appNamespace: metadata.namespace, project: spec?.project },
        schema: revisionMetadataSchema,
        readError,
      },
      call,
    );
    return body;
  }
}

function readError(body: unknown): { message?: string } | undefined {
  const error = errorSchema.safeParse(body);
  return error.success ? { message: error.data.message } : undefined;
}
