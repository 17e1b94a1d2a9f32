import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  it('offers to enter as guest', async () => {
    Object.assign(process.env, {
      APP_CONFIG: [
        {
          data: {
            app: { title: 'Test' },
            auth: { providers: { guest: {} } },
            backend: { baseUrl: 'http://localhost:7007' },
          },
          context: 'test',
        },
      ],
    });

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }, { timeout: 10_000 }),
    ).toBeInTheDocument();
  });
});
