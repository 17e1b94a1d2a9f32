import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { chromium, type Page } from 'playwright-core';
import { evaluatedPortal } from '../portal/evaluatedPortal';
import { percentile } from '../report/percentile';
import type { Benchmark } from './types';

const ROUNDS = 5;
const SCROLL_MS = 4_000;

/** The matrix of the whole fleet in Chromium: ready, and how it scrolls. */
export const browser: Benchmark = {
  name: 'browser',
  goal: '10,000 rows ready within 1.5 s, scrolling at 55 frames a second or more (median)',
  async run(options) {
    const app = dirname(createRequire(__filename).resolve('app/package.json'));
    if (!existsSync(join(app, 'dist', 'index.html'))) {
      throw new NotFoundError(
        'the front end is not built: run `yarn workspace app build` first',
      );
    }
    const portal = await evaluatedPortal(options, { app: true });
    options.progress('opening the matrix in Chromium');
    const chrome = await chromium.launch({
      executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    try {
      const page = await chrome.newPage({
        viewport: { width: 1440, height: 900 },
      });
      // Every request of the page bears a token that sees the whole fleet.
      await page.goto(portal.url);
      await page.getByRole('button', { name: 'Enter' }).click();
      await page.getByRole('link', { name: 'Readiness', exact: true }).click();
      const ready: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        await page.getByRole('tab', { name: 'Overview' }).click();
        ready.push(await openMatrix(page));
      }
      const frames = await scroll(page);
      return {
        readyMs: Math.round(percentile(ready, 0.5)),
        framesPerSecond: Math.round(1000 / percentile(frames, 0.5)),
        slowestFrameMs: Math.round(percentile(frames, 0.99)),
        rows: Number(
          await page.getByRole('grid').getAttribute('aria-rowcount'),
        ),
      };
    } finally {
      await chrome.close();
      await portal.stop();
    }
  },
};

/** From the click on the tab to the first painted cell, in milliseconds. */
async function openMatrix(page: Page): Promise<number> {
  const startedAt = performance.now();
  await page.getByRole('tab', { name: 'Services' }).click();
  await page.getByRole('gridcell').first().waitFor();
  return performance.now() - startedAt;
}

/** Intervals between frames while the matrix scrolls, in milliseconds. */
function scroll(page: Page): Promise<number[]> {
  return page.getByRole('grid').evaluate(
    (grid, duration) =>
      new Promise<number[]>(resolve => {
        let scroller: Element = grid;
        while (
          scroller.parentElement &&
          scroller.scrollHeight <= scroller.clientHeight
        ) {
          scroller = scroller.parentElement;
        }
        const frames: number[] = [];
        const startedAt = performance.now();
        let last = startedAt;
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          scroller.scrollTop += 60;
          if (now - startedAt < duration) {
            requestAnimationFrame(step);
          } else {
            resolve(frames.slice(1));
          }
        };
        requestAnimationFrame(step);
      }),
    SCROLL_MS,
  );
}
