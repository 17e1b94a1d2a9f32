import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMiddleware } from '@mswjs/http-middleware';
import express from 'express';
import { createArgoCdHandlers } from '../argocd';
import { CallLog } from '../calls';
import { FaultSwitch } from '../faults';
import { createGithubHandlers } from '../github';
import { createKubernetesHandlers } from '../kubernetes';
import type { Company } from '../model';
import { createPagerDutyHandlers } from '../pagerduty';
import { CUT_HEADER, type StandInOptions, type UpstreamId } from '../standIn';
import { createFaultRouter } from './createFaultRouter';
import { createMonitoringRouter } from './createMonitoringRouter';

/** How {@link startUpstreams} serves. */
export interface StartUpstreamsOptions
  extends Pick<StandInOptions, 'slowBy' | 'retryAfter'> {
  company: Company;
  /** Any free one where it is 0. */
  port: number;
  /** `127.0.0.1` unless told: the fault switch has no sign-in. */
  host?: string;
  /** Where the server is found, where that is not its own address. */
  publicUrl?: string;
}

/** Stand-ins that are being served. */
export interface RunningUpstreams {
  company: Company;
  faults: FaultSwitch;
  calls: CallLog;
  /** Of the server, without a slash at its end. */
  url: string;
  /** What a client of the upstream is told to use. */
  urlOf(upstream: UpstreamId): string;
  stop(): Promise<void>;
}

/**
 * Serves all stand-ins of a company from one server: `/github`,
 * `/kubernetes/<cluster>`, `/argocd` and `/pagerduty`, beside the fault switch
 * at `/faults` and what Prometheus scrapes at `/monitoring`.
 */
export async function startUpstreams(
  options: StartUpstreamsOptions,
): Promise<RunningUpstreams> {
  const { company, host = '127.0.0.1' } = options;
  const faults = new FaultSwitch();
  const calls = new CallLog();
  const app = express();
  app.disable('x-powered-by');
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, host, resolve);
  });
  // The address is known only now, and answers hold links to it.
  const { port } = server.address() as AddressInfo;
  const url = options.publicUrl ?? `http://${host}:${port}`;
  const urlOf = (upstream: UpstreamId) => `${url}/${upstream}`;
  const optionsOf = (upstream: UpstreamId): StandInOptions => ({
    baseUrl: urlOf(upstream),
    faults,
    calls,
    slowBy: options.slowBy,
    retryAfter: options.retryAfter,
    cut: 'short',
  });

  app.use('/faults', createFaultRouter(faults));
  app.use('/monitoring', createMonitoringRouter(company));
  app.use((request, response, next) => {
    response.on('finish', () => {
      if (response.hasHeader(CUT_HEADER)) {
        request.socket.destroy();
      }
    });
    next();
  });
  app.use(
    createMiddleware(
      ...createGithubHandlers(company, optionsOf('github')),
      ...createKubernetesHandlers(company, optionsOf('kubernetes')),
      ...createArgoCdHandlers(company, optionsOf('argocd')),
      ...createPagerDutyHandlers(company, optionsOf('pagerduty')),
    ),
  );
  app.use((_, response) => {
    response.status(404).json({ error: 'No upstream has this path' });
  });

  return {
    company,
    faults,
    calls,
    url,
    urlOf,
    async stop() {
      server.closeAllConnections();
      await new Promise<void>(resolve => {
        server.close(() => resolve());
      });
    },
  };
}
