import { renderInTestApp } from '@backstage/test-utils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { FilterPicker } from './FilterPicker';

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
