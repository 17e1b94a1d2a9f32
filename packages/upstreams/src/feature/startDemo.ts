import type { LoggerService } from '@backstage/backend-plugin-api';
import { readDemoManifests } from '../demo';
import { Company } from '../model';
import { startMonitoring } from '../monitoring';
import { startUpstreams } from '../server';
import { JobReporter } from '../push';
import type { UpstreamsConfig } from './readUpstreamsConfig';

/**
 * Starts all upstreams of the demo. What cannot be started is logged and left
 * out.
 */
export async function startDemo(
  options: UpstreamsConfig & {
    logger: LoggerService;
    /** Of the readiness plugin, which the company's jobs push to. */
    readinessUrl: () => Promise<string>;
  },
): Promise<{ stop(): Promise<void> }> {
  const { logger, monitoring, pushSecret } = options;
  const running: Array<{ stop(): Promise<void> }> = [];
  async function attempt(
    what: string,
    start: () => Promise<{ stop(): Promise<void> }>,
  ): Promise<void> {
    try {
      running.unshift(await start());
    } catch (error) {
      logger.warn(`${what} did not start: ${error}`);
    }
  }

  const { repositories } = options;
  const company = Company.demo({
    manifests:
      repositories === undefined
        ? undefined
        : await readDemoManifests(repositories),
  });
  await attempt('The stand-ins', async () => {
    const upstreams = await startUpstreams({ company, ...options });
    logger.info(
      `Stand-ins for GitHub, Kubernetes, Argo CD and PagerDuty at ${upstreams.url}; faults at ${upstreams.url}/faults`,
    );
    return upstreams;
  });
  if (monitoring) {
    await attempt('Prometheus and Alertmanager', async () => {
      const programs = await startMonitoring({
        model: company.monitoring,
        upstreamUrl: `http://127.0.0.1:${options.port}`,
        rulesFolder: repositories,
        ...monitoring,
      });
      if (programs.missing.length > 0) {
        logger.warn(
          `Not installed, so that nothing is observed there: ${programs.missing.join(
            ', ',
          )}`,
        );
      }
      return programs;
    });
  }
  if (pushSecret !== undefined) {
    await attempt('The jobs', async () =>
      JobReporter.start({
        url: options.readinessUrl,
        secret: pushSecret,
        logger,
      }),
    );
  }
  return {
    async stop() {
      await Promise.all(running.splice(0).map(program => program.stop()));
    },
  };
}
