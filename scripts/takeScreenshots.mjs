/**
 * Takes the pictures of docs/images from a running portal with the demo
 * organisation: `node scripts/takeScreenshots.mjs [url] [name…]`, by default
 * http://localhost:3000 and every picture.
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

/**
 * @typedef {object} Picture
 * @property {string} name
 * @property {string} path
 * @property {string} ready - text that shows when the page is complete
 * @property {'light' | 'dark'} [theme]
 * @property {number} [width] - pixels, 1440 by default
 * @property {boolean} [fullPage]
 */

/** @type {Picture[]} */
const PICTURES = [
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
].flatMap(picture => [
  picture,
  { ...picture, name: `${picture.name}-dark`, theme: 'dark' },
  { ...picture, name: `${picture.name}-1024`, width: 1024 },
]);

async function main() {
  const [url = 'http://localhost:3000', ...names] = process.argv.slice(2);
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
  for (const picture of PICTURES) {
    if (names.length > 0 && !names.includes(picture.name)) {
      continue;
    }
    const context = await browser.newContext({
      viewport: { width: picture.width ?? 1440, height: 900 },
      locale: 'en-US',
      timezoneId: 'UTC',
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    await page.addInitScript(
      theme => window.localStorage.setItem('theme', theme),
      picture.theme ?? 'light',
    );
    await page.goto(url + picture.path);
    await page.getByRole('button', { name: 'Enter' }).click();
    try {
      await page.getByText(picture.ready).first().waitFor({ timeout: 30_000 });
      await page.waitForLoadState('networkidle');
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
      await page.setViewportSize({
        width: picture.width ?? 1440,
        height: Math.max(900, height),
      });
    }
    await page.screenshot({ path: join(folder, `${picture.name}.png`) });
    await context.close();
  }
  await browser.close();
}

await main();
