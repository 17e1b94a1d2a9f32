import { createApiRef } from '@backstage/core-plugin-api';
import { TestApiProvider } from '@backstage/test-utils';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { useApiResource } from './useApiResource';

const rowsApiRef = createApiRef<object>({ id: 'test.rows' });

function useResource<T>(
  key: string | undefined,
  read: () => Promise<T>,
  options?: { keep?: boolean },
) {
  return useApiResource(rowsApiRef, key, read, options);
}

/** A promise that the test settles. */
function deferred<T>() {
  let resolve: (value: T) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}

function wrapperFor(api = {}) {
  return function Wrapper({ children }: { children: ReactNode }) {
    return (
      <TestApiProvider apis={[[rowsApiRef, api]]}>{children}</TestApiProvider>
    );
  };
}

describe('useApiResource', () => {
  it('is cold until the first answer', async () => {
    const answer = deferred<string>();
    const { result } = renderHook(
      () => useResource('rows', () => answer.promise),
      { wrapper: wrapperFor() },
    );
    expect(result.current).toMatchObject({ cold: true, loading: true });
    await act(async () => answer.resolve('rows'));
    expect(result.current).toMatchObject({
      cold: false,
      loading: false,
      value: 'rows',
    });
  });

  it('keeps the value where reading it again fails', async () => {
    const read = jest
      .fn<Promise<string>, []>()
      .mockResolvedValueOnce('rows')
      .mockRejectedValueOnce(new Error('gone'));
    const { result } = renderHook(() => useResource('rows', read), {
      wrapper: wrapperFor(),
    });
    await waitFor(() => expect(result.current.value).toBe('rows'));
    await act(() => result.current.reload());
    expect(result.current.value).toBe('rows');
    expect(result.current.problem?.message).toBe('gone');
  });

  it('does not let a slow answer to an older question win', async () => {
    const slow = deferred<string>();
    const { result, rerender } = renderHook(
      ({ key }) =>
        useResource(key, async () => (key === 'old' ? slow.promise : 'new')),
      { wrapper: wrapperFor(), initialProps: { key: 'old' } },
    );
    rerender({ key: 'new' });
    await waitFor(() => expect(result.current.value).toBe('new'));
    await act(async () => slow.resolve('old'));
    expect(result.current.value).toBe('new');
  });

  it('drops the value of another key, unless told to keep it', async () => {
    const never = deferred<string>();
    const read = (key: string) => async () =>
      key === 'a' ? 'rows of a' : never.promise;
    for (const keep of [false, true]) {
      const { result, rerender } = renderHook(
        ({ key }) => useResource(key, read(key), { keep }),
        { wrapper: wrapperFor(), initialProps: { key: 'a' } },
      );
      await waitFor(() => expect(result.current.value).toBe('rows of a'));
      rerender({ key: 'b' });
      expect(result.current.value).toBe(keep ? 'rows of a' : undefined);
      expect(result.current.loading).toBe(true);
    }
  });

  it('shows at once what was read before, and reads it again', async () => {
    const wrapper = wrapperFor();
    const read = jest.fn(async () => 'rows');
    const first = renderHook(() => useResource('rows', read), { wrapper });
    await waitFor(() => expect(first.result.current.value).toBe('rows'));
    first.unmount();
    const second = renderHook(() => useResource('rows', read), { wrapper });
    expect(second.result.current).toMatchObject({
      value: 'rows',
      cold: false,
    });
    await waitFor(() => expect(read).toHaveBeenCalledTimes(2));
  });

  it('reads nothing without a key', () => {
    const read = jest.fn(async () => 'rows');
    const { result } = renderHook(() => useResource(undefined, read), {
      wrapper: wrapperFor(),
    });
    expect(read).not.toHaveBeenCalled();
    expect(result.current.loading).toBe(false);
  });
});
