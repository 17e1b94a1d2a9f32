import { createServer } from 'node:net';
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { ResponseError } from '@backstage/errors';
import type { HumanDuration, JsonObject } from '@backstage/types';
import { groupName, READER } from '../generate/generateOrganisation';
import { fleetCatalogModule, fleetReadinessModule } from './GeneratedFleet';
import { MeasuredEvaluation } from './MeasuredEvaluation';
import { readerPolicyModule } from './readerPolicyModule';

const SERVICE_TOKEN = 'a-token-of-the-benchmark-alone';

/** Groups that the reader owns: half of those of 10,000 services. */
const READER_GROUPS = 200;

/** Who asks. */
export type Reader = 'unrestricted' | 'conditional';

/** @see Portal.start */
export interface PortalOptions {
  services: number;
  /** Folder of the databases. */
  directory: string;
  /** Goes under `readiness` of the config. */
  readiness?: JsonObject;
  /** Serves the built front end, too. */
  app?: boolean;
  /**
   * How long the catalog and the repositories are left alone after the start,
   * so that nothing else runs while something is measured; not at all unless
   * told.
   */
  quiet?: HumanDuration;
}

/**
 * A portal in this process: catalog, permissions, guest sign-in and readiness,
 * on SQLite, over HTTP.
 */
export class Portal {
  readonly url: string;
  readonly evaluation: MeasuredEvaluation;
  /** Settles when the repositories are scanned and stored. */
  readonly collected: Promise<void>;
  readonly #stop: () => Promise<void>;
  readonly #tokens = new Map<Reader, string>([['unrestricted', SERVICE_TOKEN]]);

  static async start(options: PortalOptions): Promise<Portal> {
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const evaluation = new MeasuredEvaluation();
    let onCollected = () => {};
    const collected = new Promise<void>(resolve => {
      onCollected = resolve;
    });
    const backend = createBackend();
    backend.add(
      createServiceFactory({
        service: coreServices.rootConfig,
        deps: {},
        factory: () => new ConfigReader(configOf(url, port, options)),
      }),
    );
    backend.add(evaluation.databaseFactory());
    backend.add(import('@backstage/plugin-catalog-backend'));
    backend.add(import('@backstage/plugin-auth-backend'));
    backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));
    backend.add(import('@backstage/plugin-permission-backend'));
    if (options.app) {
      backend.add(import('@backstage/plugin-app-backend'));
    }
    backend.add(readerPolicyModule);
    backend.add(import('@airworthy/plugin-readiness-backend'));
    backend.add(fleetCatalogModule(options.services));
    backend.add(
      fleetReadinessModule({
        services: options.services,
        initialDelay: options.quiet,
        onCollected: () => onCollected(),
      }),
    );
    await backend.start();
    return new Portal(url, evaluation, collected, async () => {
      await backend.stop();
      evaluation.stop();
    });
  }

  private constructor(
    url: string,
    evaluation: MeasuredEvaluation,
    collected: Promise<void>,
    stop: () => Promise<void>,
  ) {
    this.url = url;
    this.evaluation = evaluation;
    this.collected = collected;
    this.#stop = stop;
  }

  stop(): Promise<void> {
    return this.#stop();
  }

  /** Asks the portal, and reads the answer to its end. */
  async get(path: string, reader: Reader): Promise<string> {
    const response = await fetch(this.url + path, {
      headers: { authorization: `Bearer ${await this.#token(reader)}` },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    return response.text();
  }

  async #token(reader: Reader): Promise<string> {
    const known = this.#tokens.get(reader);
    if (known) {
      return known;
    }
    const response = await fetch(`${this.url}/api/auth/guest/refresh`, {
      method: 'POST',
      headers: { 'x-requested-with': 'XMLHttpRequest' },
    });
    if (!response.ok) {
      throw await ResponseError.fromResponse(response);
    }
    const session: { backstageIdentity: { token: string } } =
      await response.json();
    this.#tokens.set(reader, session.backstageIdentity.token);
    return session.backstageIdentity.token;
  }
}

function configOf(
  url: string,
  port: number,
  options: PortalOptions,
): JsonObject {
  return {
    app: { title: 'Bench', baseUrl: url, packages: 'all' },
    backend: {
      baseUrl: url,
      listen: { host: 'localhost', port },
      csp: { 'upgrade-insecure-requests': false },
      database: {
        client: 'better-sqlite3',
        connection: { directory: options.directory },
      },
      auth: {
        externalAccess: [
          {
            type: 'static',
            options: { token: SERVICE_TOKEN, subject: 'bench' },
          },
        ],
      },
    },
    auth: {
      providers: {
        guest: {
          dangerouslyAllowOutsideDevelopment: true,
          userEntityRef: `user:default/${READER}`,
          ownershipEntityRefs: [
            `user:default/${READER}`,
            ...Array.from(
              { length: READER_GROUPS },
              (_, index) => `group:default/${groupName(index)}`,
            ),
          ],
        },
      },
    },
    catalog: {
      processingInterval: { hours: 24 },
      rules: [{ allow: ['Component', 'Group', 'User', 'System', 'Domain'] }],
    },
    permission: { enabled: true },
    readiness: {
      schedule: {
        reconcile: {
          frequency: { seconds: 10 },
          timeout: { minutes: 10 },
          ...(options.quiet ? { initialDelay: { ...options.quiet } } : {}),
        },
      },
      ...options.readiness,
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}
