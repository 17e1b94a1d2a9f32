import { generateProjects } from '@backstage/e2e-test-utils/playwright';
import { defineConfig } from '@playwright/test';

// Tests run against a portal of their own, so that one which is being
// developed may keep its ports and its database. PLAYWRIGHT_URL names a running
// portal instead (`yarn start` serves http://localhost:3000).
const port = process.env.E2E_PORT ?? '7107';
const ownPortal = `http://localhost:${port}`;

export default defineConfig({
  // A fresh portal reads every repository of the demo first.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  // A test that passes at the second try hides what broke the first.
  retries: 0,
  // Two cores serve the browser, the portal and its SQLite.
  workers: 1,

  reporter: [
    ['list'],
    ['html', { open: 'never', outputFolder: 'e2e-test-report' }],
    ...(process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ? [['json'] as const] : []),
  ],
  outputDir: 'node_modules/.cache/e2e-test-results',

  use: {
    baseURL: process.env.PLAYWRIGHT_URL ?? ownPortal,
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    timezoneId: 'UTC',
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },

  // One project for each package that has an e2e-tests folder. Its browser is
  // the one above, not a channel that Playwright looks for.
  projects: generateProjects()?.map(project => ({
    ...project,
    use: { browserName: 'chromium' as const },
  })),

  webServer: process.env.PLAYWRIGHT_URL
    ? undefined
    : {
        command:
          'node scripts/prepareE2eCorpus.mjs && yarn workspace app build && yarn workspace backend start:e2e',
        url: `${ownPortal}/.backstage/health/v1/readiness`,
        env: {
          E2E_PORT: port,
          // Its stand-ins have ports of their own, too.
          UPSTREAMS_PORT: String(Number(port) + 1),
          PROMETHEUS_PORT: String(Number(port) + 2),
          ALERTMANAGER_PORT: String(Number(port) + 3),
        },
        timeout: 300_000,
        gracefulShutdown: { signal: 'SIGTERM', timeout: 10_000 },
      },
});
