import { defaultAxes } from '@airworthy/plugin-tradeoffs-common';
import { stopsOf } from './stops';

const [cost] = defaultAxes;

describe('stopsOf', () => {
  it('shows the poles, the position and the one before it', () => {
    expect(stopsOf(cost, -1, 1)).toEqual([
      {
        position: -2,
        words: 'cheapest that works',
        role: 'plain',
        shown: true,
      },
      { position: -1, words: 'leans to cost', role: 'current', shown: true },
      { position: 0, words: 'balanced', role: 'plain', shown: false },
      {
        position: 1,
        words: 'leans to availability',
        role: 'previous',
        shown: true,
      },
      {
        position: 2,
        words: 'available above all',
        role: 'plain',
        shown: true,
      },
    ]);
  });

  it('knows no previous position where nothing moved', () => {
    expect(stopsOf(cost, 0, 0).map(stop => stop.role)).toEqual([
      'plain',
      'plain',
      'current',
      'plain',
      'plain',
    ]);
  });

  it('shows the poles alone where no decision is recorded', () => {
    expect(
      stopsOf(cost)
        .filter(stop => stop.shown)
        .map(stop => stop.words),
    ).toEqual(['cheapest that works', 'available above all']);
  });
});
