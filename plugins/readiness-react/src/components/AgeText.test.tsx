import { renderInTestApp } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AgeText } from './AgeText';

describe('AgeText', () => {
  it('shows the moment itself on hover, and can take the focus', async () => {
    const user = userEvent.setup();
    await renderInTestApp(<AgeText moment="2020-05-04T10:00:00Z" />);
    const age = screen.getByText(/2020/);
    await user.tab();
    expect(age).toHaveFocus();
    await user.hover(age);
    expect(await screen.findByRole('tooltip')).toHaveTextContent('2020');
  });
});
