/**
 * Takes the pictures of docs/images from a running portal with the demo
 * organisation: `node scripts/takeScreenshots.mjs [url] [name…]`, by default
 * http://localhost:3000 and every picture. A name stands for all of its
 * variants: `overview` for `overview-dark` and `overview-1024` too.
 */
import { chromium } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = resolve(
  dirname(fileURLToPath(import.meta.url)),
  '..',
  'docs',
  'images',
);

const SERVICE = '/catalog/default/component/fraud-scoring';
const CARD = '.MuiPaper-root:has(h2:text-is("Readiness"))';

/** Answers that no demo gives by itself, for the states that follow from them. */
const answers = {
  never: () => {},
  'no-access': route =>
    route.fulfill({
      status: 403,
      json: {
        error: { name: 'NotAllowedError', message: 'not for you' },
        response: { statusCode: 403 },
      },
    }),
  broken: route =>
    route.fulfill({
      status: 503,
      json: {
        error: {
          name: 'ServiceUnavailableError',
          message: 'database unavailable',
        },
        response: { statusCode: 503 },
      },
    }),
  empty: async route => {
    const response = await route.fetch();
    const page = await response.json();
    await route.fulfill({ response, json: { ...page, items: [], total: 0 } });
  },
  // A source that stopped answering three hours ago.
  stale: async route => {
    const response = await route.fetch();
    const scorecard = await response.json();
    const since = new Date(Date.now() - 3 * 3_600_000).toISOString();
    await route.fulfill({
      response,
      json: {
        ...scorecard,
        links: scorecard.links.map(link =>
          link.source === 'repository'
            ? { ...link, status: 'stale', since }
            : link,
        ),
      },
    });
  },
};

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} path
 * @property {string} ready - text that shows when the page is complete
 * @property {'light' | 'dark'} [theme]
 * @property {number} [width] - pixels, 1440 by default
 * @property {boolean} [fullPage]
 * @property {string} [only] - the one element that is taken
 * @property {[pattern: RegExp, answer: keyof typeof answers]} [answer]
 * @property {(page: import('@playwright/test').Page) => Promise<void>} [act] -
 *   what to do before it is taken
 */

const scorecards = /\/api\/readiness\/scorecards\?/;
const scorecard = /\/api\/readiness\/scorecards\/[^/]+\/[^/]+\/[^/?]+(\?|$)/;

/** @type {Picture[]} */
const pages = [
  {
    name: 'entity-readiness',
    path: `${SERVICE}/readiness`,
    ready: 'Questions',
    fullPage: true,
  },
  { name: 'entity-card', path: SERVICE, ready: 'Open scorecard' },
  {
    name: 'services-matrix',
    path: '/readiness/services?scope=all&group=system&cell=component:default/devices-ingest/disruption-budget',
    ready: 'Expected',
  },
  {
    name: 'services-matrix-closed',
    path: '/readiness/services?scope=all&group=system',
    ready: 'not applicable',
  },
  {
    name: 'overview',
    path: '/readiness/overview',
    ready: 'Pass rate by question',
    fullPage: true,
  },
  {
    name: 'checks',
    path: '/readiness/checks',
    ready: 'replicas',
    fullPage: true,
  },
  {
    name: 'tradeoffs-entity',
    path: '/catalog/default/component/payments-api/tradeoffs',
    ready: 'In one sentence',
    fullPage: true,
  },
  {
    name: 'tradeoffs-record',
    path: '/tradeoffs/records/payments-0007',
    ready: 'In one sentence',
    fullPage: true,
  },
  {
    name: 'tradeoffs-editor',
    path: '/tradeoffs/records/payments-0007/edit',
    ready: 'Decision makers',
    fullPage: true,
  },
  {
    name: 'tradeoffs-records',
    path: '/tradeoffs?scope=all',
    ready: 'Run in three zones',
  },
  {
    name: 'tradeoffs-fleet',
    path: '/tradeoffs?scope=all&view=fleet',
    ready: 'Entities by axes',
  },
  {
    name: 'sources',
    path: '/readiness/sources',
    ready: 'services linked',
    fullPage: true,
  },
];

/** @type {Picture[]} */
const states = [
  {
    name: 'deployments',
    path: `${SERVICE}/readiness`,
    ready: 'How counted',
    act: page => page.getByRole('button', { name: /^How counted/ }).click(),
  },
  {
    name: 'services-empty',
    path: '/readiness/services',
    ready: 'No service has a scorecard yet',
    answer: [scorecards, 'empty'],
  },
  {
    name: 'services-no-match',
    path: '/readiness/services?q=zebra',
    ready: 'No service matches',
  },
  {
    name: 'services-loading',
    path: '/readiness/services',
    ready: 'Services',
    answer: [scorecards, 'never'],
  },
  {
    name: 'services-no-access',
    path: '/readiness/services',
    ready: 'You may not see scorecards',
    answer: [scorecards, 'no-access'],
  },
  {
    name: 'services-broken',
    path: '/readiness/services',
    ready: 'The scorecards could not be read',
    answer: [scorecards, 'broken'],
  },
];

/** @type {Picture[]} */
const cards = [
  { state: 'level', ready: 'Open scorecard' },
  {
    state: 'none',
    ready: 'Open scorecard',
    path: '/catalog/default/component/legacy-billing',
  },
  {
    state: 'stale',
    ready: 'last answered',
    answer: [scorecard, 'stale'],
  },
  {
    state: 'no-access',
    ready: 'You may not see this scorecard',
    answer: [scorecard, 'no-access'],
  },
  {
    state: 'loading',
    ready: 'Readiness',
    answer: [scorecard, 'never'],
  },
  {
    state: 'broken',
    ready: 'The scorecard could not be read',
    answer: [scorecard, 'broken'],
  },
].map(({ state, ...rest }) => ({
  path: SERVICE,
  only: CARD,
  ...rest,
  name: `entity-card-${state}`,
}));

/** @type {Picture[]} */
const PICTURES = [
  ...pages.flatMap(picture => [
    picture,
    { ...picture, name: `${picture.name}-dark`, theme: 'dark' },
    { ...picture, name: `${picture.name}-1024`, width: 1024 },
  ]),
  ...[...states, ...cards].flatMap(picture => [
    picture,
    { ...picture, name: `${picture.name}-dark`, theme: 'dark' },
  ]),
];

/** Waits for what the picture is about. */
async function waitUntilReady(page, picture) {
  await page
    .getByText(picture.ready)
    .filter({ visible: true })
    .first()
    .waitFor();
}

async function take(browser, url, picture) {
  const width = picture.width ?? 1440;
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  // A portal that has just started, or a machine that is busy, needs its time.
  page.setDefaultTimeout(120_000);
  await page.addInitScript(
    theme => window.localStorage.setItem('theme', theme),
    picture.theme ?? 'light',
  );
  if (picture.answer) {
    const [pattern, answer] = picture.answer;
    await page.route(pattern, answers[answer]);
  }
  await page.goto(url + picture.path);
  await page.getByRole('button', { name: 'Enter' }).click();
  try {
    await waitUntilReady(page, picture);
    await picture.act?.(page);
    if (picture.answer?.[1] !== 'never') {
      await page.waitForLoadState('networkidle');
      // Panels that ask once others have answered.
      await page.waitForFunction(
        () => !document.querySelector('.MuiSkeleton-root'),
      );
    }
  } catch (error) {
    console.error(`${picture.name}: ${error}`);
    process.exitCode = 1;
  }
  if (picture.fullPage) {
    // A tall window instead of a long picture: the sidebar is as high as the
    // window.
    const height = await page.evaluate(
      () => document.documentElement.scrollHeight,
    );
    await page.setViewportSize({ width, height: Math.max(900, height) });
  }
  const path = join(folder, `${picture.name}.png`);
  await (picture.only ? page.locator(picture.only).first() : page).screenshot({
    path,
  });
  await context.close();
}

async function main() {
  const [url = 'http://localhost:3000', ...names] = process.argv.slice(2);
  const wanted = ({ name }) =>
    names.length === 0 ||
    names.some(
      chosen =>
        name === chosen ||
        name === `${chosen}-dark` ||
        name === `${chosen}-1024`,
    );
  mkdirSync(folder, { recursive: true });
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  for (const picture of PICTURES.filter(wanted)) {
    await take(browser, url, picture);
  }
  await browser.close();
}

await main();
