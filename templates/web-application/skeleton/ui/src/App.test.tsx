// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { App } from './App.js';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function answer(status: number, body: unknown) {
  return vi.fn(async () => new Response(JSON.stringify(body), { status }));
}

describe('App', () => {
  it('shows the items', async () => {
    vi.stubGlobal(
      'fetch',
      answer(200, { items: [{ id: '1', name: 'Lamp', quantity: 3 }] }),
    );
    render(<App />);
    expect(await screen.findByText('Lamp')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Delete Lamp' })).toBeTruthy();
  });

  it('says what is wrong, and tries again', async () => {
    vi.stubGlobal(
      'fetch',
      answer(503, { error: 'The database is slow; try again soon' }),
    );
    render(<App />);
    expect((await screen.findByRole('alert')).textContent).toContain(
      'The database is slow; try again soon',
    );
    vi.stubGlobal('fetch', answer(200, { items: [] }));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('There are no items yet. Add the first.'),
    ).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
