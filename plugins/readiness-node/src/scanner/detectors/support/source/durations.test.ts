import { durationOf } from './durations';

describe('durationOf', () => {
  it.each([
    ['5s', 5000],
    ['500ms', 500],
    ['PT1M5S', 65000],
    ['3 seconds', 3000],
    ['5', undefined],
    ['PT', undefined],
    ['5 apples', undefined],
  ])('%s', (text, duration) => {
    expect(durationOf(text)).toBe(duration);
  });
});
