import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { axe, toHaveNoViolations } from 'jest-axe';
import { useState } from 'react';
import { Gallery } from '../../dev/Gallery';
import * as components from '.';
import { FilterPicker, StatusChip } from '.';

expect.extend(toHaveNoViolations);

/** Parts of others, shown by what they are part of. */
const shownWithin = [
  'ActionButton',
  'Bar',
  'BlankState',
  'FilterPicker',
  'FilterSelect',
  'Glyph',
  'LevelGlyph',
  'Notice',
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

describe('AgeText', () => {
  it('shows the moment itself on hover, and can take the focus', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<components.AgeText moment="2020-05-04T10:00:00Z" />);
    const age = screen.getByText(/2020/);
    await user.tab();
    expect(age).toHaveFocus();
    await user.hover(age);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('2020');
  });
});

describe('FilterPicker', () => {
  function Harness() {
    const [selected, setSelected] = useState<string[]>([]);
    return (
      <>
        <FilterPicker
          label="Owner"
          options={[
            { value: 'group:default/data', label: 'data', count: 3 },
            { value: 'group:default/risk', label: 'risk', count: 1 },
          ]}
          selected={selected}
          onChange={setSelected}
        />
        <p>Chosen: {selected.join()}</p>
      </>
    );
  }

  it('finds and chooses by keyboard alone', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<Harness />);
    await user.tab();
    expect(screen.getByRole('button', { name: 'Owner all' })).toHaveFocus();
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Owner' });
    await user.keyboard('ri{ArrowDown}{Enter}');
    expect(screen.getByText('Chosen: group:default/risk')).toBeInTheDocument();
    const option = within(screen.getByRole('listbox')).getByRole('option', {
      name: /risk/,
    });
    expect(option).toHaveAttribute('aria-selected', 'true');
  });

  it('keeps a value visible that no option has', async () => {
    await renderInTestApp(
      <FilterPicker
        label="Owner"
        options={[]}
        selected={['group:default/gone']}
        onChange={() => {}}
      />,
    );
    expect(
      screen.getByRole('button', { name: 'Owner group:default/gone' }),
    ).toBeInTheDocument();
  });
});
