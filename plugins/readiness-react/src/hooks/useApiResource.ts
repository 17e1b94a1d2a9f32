import { useApi, type ApiRef } from '@backstage/core-plugin-api';
import { useCallback, useEffect, useRef, useState } from 'react';
import { problemOf, type Problem } from './problem';
import { ResourceCache } from './resourceCache';

/** Something that is read from the back end, with what was read before. */
export interface Resource<T> {
  /** The newest that is known; kept while it is read again. */
  value?: T;
  /** Why the last read failed; the value before it is kept. */
  problem?: Problem;
  /** A read is on its way. */
  loading: boolean;
  /** Nothing is known yet: the only time for a skeleton. */
  cold: boolean;
  /** Reads again, and resolves once that is done. */
  reload: () => Promise<void>;
  /** Puts a newer value in place, such as one that was polled for. */
  replace: (value: T) => void;
}

const cache = new ResourceCache({ limit: 40 });

interface State<T> {
  key: string;
  value?: T;
  problem?: Problem;
  loading: boolean;
}

/**
 * Reads something from a back end and keeps it.
 *
 * @param key - names what is read, arguments included; another key reads
 *   anew. `undefined` reads nothing.
 * @param options - `keep`: what was read by the key before stays until the new
 *   answer is there, for keys that differ by a filter alone.
 */
export function useApiResource<TApi extends object, T>(
  apiRef: ApiRef<TApi>,
  key: string | undefined,
  read: (api: TApi) => Promise<T>,
  options: { keep?: boolean } = {},
): Resource<T> {
  const api = useApi(apiRef);
  const readRef = useRef(read);
  readRef.current = read;
  const wanted = key ?? '';
  const wantedRef = useRef(wanted);
  wantedRef.current = wanted;

  const { keep } = options;

  const [stored, setState] = useState<State<T>>(() => start<T>(api, wanted));
  const state =
    stored.key === wanted
      ? stored
      : start<T>(api, wanted, keep ? stored.value : undefined);

  const reload = useCallback(async () => {
    if (wanted === '') {
      return;
    }
    setState(before =>
      before.key === wanted
        ? { ...before, loading: true }
        : start<T>(api, wanted, keep ? before.value : undefined),
    );
    let outcome: Pick<State<T>, 'value' | 'problem'>;
    try {
      const value = await readRef.current(api);
      cache.set(api, wanted, value);
      outcome = { value };
    } catch (error) {
      outcome = { problem: problemOf(error, Date.now()) };
    }
    // A slower answer to an older question must not overwrite a newer one.
    if (wantedRef.current === wanted) {
      setState(before => ({
        key: wanted,
        value: before.key === wanted ? before.value : undefined,
        ...outcome,
        loading: false,
      }));
    }
  }, [api, wanted, keep]);

  const replace = useCallback(
    (value: T) => {
      cache.set(api, wanted, value);
      setState({ key: wanted, value, loading: false });
    },
    [api, wanted],
  );

  useEffect(() => {
    reload();
  }, [reload]);

  return {
    value: state.value,
    problem: state.problem,
    loading: state.loading,
    cold: state.value === undefined && state.problem === undefined,
    reload,
    replace,
  };
}

function start<T>(api: object, key: string, kept?: T): State<T> {
  const known = key === '' ? undefined : cache.get(api, key);
  return {
    key,
    // Only reads of this key, hence of this type, are stored under it.
    value: known ? (known.value as T) : kept,
    loading: key !== '',
  };
}
