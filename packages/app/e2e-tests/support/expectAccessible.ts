import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const WCAG_21_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/**
 * Fails with every violation of WCAG 2.1 AA that axe finds.
 *
 * @param options.include - a CSS selector; only what is inside counts. The
 *   frame around our pages belongs to Backstage.
 */
export async function expectAccessible(
  page: Page,
  options: { include?: string } = {},
): Promise<void> {
  const axe = new AxeBuilder({ page }).withTags(WCAG_21_AA);
  if (options.include) {
    axe.include(options.include);
  }
  const { violations } = await axe.analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(node => `${node.target.join(' ')}: ${node.html}`),
    })),
  ).toEqual([]);
}
