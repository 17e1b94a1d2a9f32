import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { axe, toHaveNoViolations } from 'jest-axe';
import { Gallery } from '../../dev/Gallery';
import * as components from '.';
import { StatusChip } from '.';

expect.extend(toHaveNoViolations);

/** Parts of others, shown by what they are part of. */
const shownWithin = [
  'ActionButton',
  'Bar',
  'BlankState',
  'FilterPicker',
  'FilterSelect',
  'Glyph',
  'DialogFrame',
  'LevelGlyph',
  'Notice',
  'PageHead',
  'ProblemBlankState',
  'Refetching',
  'RereadFailedNotice',
];

describe('components', () => {
  it('each stand in the gallery, or within one that does', () => {
    const gallery = readFileSync(
      resolve(__dirname, '../../dev/Gallery.tsx'),
      'utf8',
    );
    const named = Object.keys(components).filter(name =>
      /^[A-Z][a-z]/.test(name),
    );
    const missing = named.filter(
      name => !shownWithin.includes(name) && !gallery.includes(`<${name}`),
    );
    expect(missing).toEqual([]);
    expect(shownWithin.filter(name => !named.includes(name))).toEqual([]);
  });

  it('have names and words, so that colour never stands alone', async () => {
    const { container } = await renderInTestApp(<Gallery />);
    for (const word of ['pass', 'fail', 'unknown', 'accepted']) {
      expect(screen.getAllByText(word).length).toBeGreaterThan(0);
    }
    expect(
      screen.getAllByRole('img', { name: /of \d+ applicable pass/ }).length,
    ).toBeGreaterThan(0);
    expect(await axe(container)).toHaveNoViolations();
  });

  it('say a status in a word', async () => {
    await renderInTestApp(<StatusChip status="not-applicable" />);
    expect(screen.getByText('not applicable')).toBeInTheDocument();
  });
});
