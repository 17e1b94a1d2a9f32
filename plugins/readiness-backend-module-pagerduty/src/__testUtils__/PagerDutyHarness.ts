import {
  CallLog,
  Company,
  createPagerDutyHandlers,
  FaultSwitch,
} from '@airworthy/upstreams';
import {
  TestCollectContext,
  testEntity,
} from '@airworthy/plugin-readiness-node/testUtils';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { HttpHandler } from 'msw';
import { PagerDutySource } from '../collect/PagerDutySource';
import { type AccountConfig, readAccounts } from '../config';

const BASE_URL = 'http://pagerduty.test';

/** The source, the stand-in that it asks, and the context that it runs in. */
export class PagerDutyHarness {
  readonly faults = new FaultSwitch();
  readonly calls = new CallLog();
  readonly handlers: HttpHandler[];
  readonly context: TestCollectContext;
  readonly account: AccountConfig;
  readonly source: PagerDutySource;

  constructor(readonly company: Company, config: JsonObject = {}) {
    this.handlers = createPagerDutyHandlers(company, {
      baseUrl: BASE_URL,
      faults: this.faults,
      calls: this.calls,
      slowBy: 2000,
      retryAfter: 1,
    });
    this.context = new TestCollectContext(
      company.services.map(service => ({
        ...testEntity(
          service.name,
          service.pagerService
            ? { 'pagerduty.com/service-id': service.pagerService }
            : {},
        ),
        owner: `group:default/${service.team}`,
      })),
      { now: company.now().getTime() },
    );
    [this.account] = readAccounts(
      new ConfigReader({
        readiness: {
          pagerduty: {
            accounts: [
              {
                name: 'main',
                url: BASE_URL,
                token: company.tokens.pagerduty,
                timeout: { milliseconds: 500 },
                ...config,
              },
            ],
          },
        },
      }),
    );
    this.source = this.createSource();
  }

  /** A source as a new process would have it: it remembers nothing itself. */
  createSource(): PagerDutySource {
    return PagerDutySource.create(this.account, {
      logger: this.context.logger,
      retry: { retries: 1, initialDelay: 1, maxDelay: 1 },
      breaker: { failures: 1000 },
    });
  }
}
