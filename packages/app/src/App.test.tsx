import { render, screen } from '@testing-library/react';
import App from './App';

describe('App', () => {
  const environment = process.env;

  afterEach(() => {
    process.env = environment;
  });

  it('offers to enter as guest', async () => {
    // The app reads its configuration here outside a browser. A copy, since
    // the real environment turns every value into text.
    process.env = Object.assign(
      { ...environment },
      {
        APP_CONFIG: [
          {
            data: {
              app: { title: 'Test' },
              backend: { baseUrl: 'http://localhost:7007' },
            },
            context: 'test',
          },
        ],
      },
    );

    render(App.createRoot());

    expect(
      await screen.findByRole('button', { name: 'Enter' }),
    ).toBeInTheDocument();
  });
});
