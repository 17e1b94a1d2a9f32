import { createHmac } from 'node:crypto';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { reportJobs, type JobReport } from './demoJobs';

/** Reports are sent again so often, in case one was missed; milliseconds. */
const EVERY = 3_600_000;
/** The portal may not know a service yet; milliseconds. */
const RETRY = 5_000;

/**
 * The jobs of the company, which push what they know to the portal as jobs of
 * yours would: signed, over HTTP, and again until it is taken.
 */
export class JobReporter {
  static start(options: {
    /** Of the readiness plugin; asked for before each round. */
    url: () => Promise<string>;
    secret: string;
    logger: LoggerService;
    /** Milliseconds since the epoch. */
    now?: () => number;
    retryMs?: number;
  }): JobReporter {
    const reporter = new JobReporter(options);
    reporter.schedule(0);
    return reporter;
  }

  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  private constructor(
    private readonly options: Parameters<typeof JobReporter.start>[0],
  ) {}

  async stop(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  private schedule(delay: number): void {
    if (!this.stopped) {
      this.timer = setTimeout(() => {
        this.round().then(
          refused =>
            this.schedule(
              refused === 0 ? EVERY : this.options.retryMs ?? RETRY,
            ),
          error => {
            this.options.logger.debug(`Reports of jobs wait: ${error}`);
            this.schedule(this.options.retryMs ?? RETRY);
          },
        );
      }, delay).unref();
    }
  }

  /** @returns how many reports the portal did not take */
  private async round(): Promise<number> {
    const url = await this.options.url();
    let refused = 0;
    for (const report of reportJobs((this.options.now ?? Date.now)())) {
      if (!(await this.send(url, report))) {
        refused++;
      }
    }
    return refused;
  }

  private async send(url: string, report: JobReport): Promise<boolean> {
    const body = JSON.stringify({ items: [report] });
    const signature = createHmac('sha256', this.options.secret)
      .update(body)
      .digest('hex');
    const response = await fetch(`${url}/webhooks/evidence`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-airworthy-signature': `sha256=${signature}`,
      },
      body,
    });
    return response.ok;
  }
}
