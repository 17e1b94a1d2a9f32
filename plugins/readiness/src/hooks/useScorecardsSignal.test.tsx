import { signalApiRef, type SignalApi } from '@backstage/plugin-signals-react';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useScorecardsSignal } from './useScorecardsSignal';

const EVERY = 10_000;
/** The pause, and what pages are spread over. */
const WHOLE = EVERY + 1000;

function setUp({ installed = true } = {}) {
  const listeners = new Map<string, () => void>();
  const unsubscribe = jest.fn();
  const signals: SignalApi = {
    subscribe(channel, onMessage) {
      listeners.set(channel, () => onMessage({ changed: true } as never));
      return { unsubscribe };
    },
  };
  const onChange = jest.fn();
  const hook = renderHook(
    () => useScorecardsSignal(onChange, { every: EVERY }),
    {
      wrapper: ({ children }: { children: ReactNode }) =>
        installed ? (
          <TestApiProvider apis={[[signalApiRef, signals]]}>
            {children}
          </TestApiProvider>
        ) : (
          <TestApiProvider apis={[]}>{children}</TestApiProvider>
        ),
    },
  );
  return { ...hook, onChange, unsubscribe, listeners };
}

function show(visibility: DocumentVisibilityState) {
  jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(visibility);
  document.dispatchEvent(new Event('visibilitychange'));
}

describe('useScorecardsSignal', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('calls once for many signals, and again only after the pause', () => {
    const { onChange, listeners } = setUp();
    const signal = listeners.get('readiness:scorecards');
    signal?.();
    signal?.();
    act(() => jest.advanceTimersByTime(1000));
    expect(onChange).toHaveBeenCalledTimes(1);

    signal?.();
    act(() => jest.advanceTimersByTime(EVERY / 2));
    expect(onChange).toHaveBeenCalledTimes(1);
    act(() => jest.advanceTimersByTime(WHOLE));
    expect(onChange).toHaveBeenCalledTimes(2);
  });

  it('waits for a page that is out of sight', () => {
    const { onChange, listeners } = setUp();
    show('hidden');
    listeners.get('readiness:scorecards')?.();
    act(() => jest.advanceTimersByTime(WHOLE));
    expect(onChange).not.toHaveBeenCalled();
    act(() => show('visible'));
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('stops listening with the page', () => {
    const { onChange, unmount, unsubscribe, listeners } = setUp();
    listeners.get('readiness:scorecards')?.();
    unmount();
    act(() => jest.advanceTimersByTime(WHOLE));
    expect(unsubscribe).toHaveBeenCalled();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('does nothing where signals are not installed', () => {
    const { onChange } = setUp({ installed: false });
    act(() => jest.advanceTimersByTime(WHOLE));
    expect(onChange).not.toHaveBeenCalled();
  });
});
