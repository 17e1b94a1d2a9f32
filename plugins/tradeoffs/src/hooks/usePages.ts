import { useApi } from '@backstage/core-plugin-api';
import type { TradeoffsApi } from '@airworthy/plugin-tradeoffs-common';
import {
  problemOf,
  type Problem,
  type Resource,
} from '@airworthy/plugin-readiness-react';
import { useEffect, useRef, useState } from 'react';
import { tradeoffsApiRef } from '../api/tradeoffsApiRef';
import { useResource } from './useResource';

/** A page of a longer list. */
export interface Page<TItem> {
  items: TItem[];
  total: number;
  nextCursor?: string;
}

/** The pages that were read so far. */
export interface Pages<TItem, TPage extends Page<TItem>> {
  first: Resource<TPage>;
  items: TItem[];
  /** Reads another page; absent where there is none. */
  more?: () => Promise<void>;
  reading: boolean;
  /** Why the last page could not be read. */
  problem?: Problem;
}

/**
 * Reads a list page by page. Another key begins anew; the items of the one
 * before stay until its first page is there.
 */
export function usePages<TItem, TPage extends Page<TItem>>(
  key: string | undefined,
  read: (api: TradeoffsApi, after: string | undefined) => Promise<TPage>,
): Pages<TItem, TPage> {
  const api = useApi(tradeoffsApiRef);
  const first = useResource(key, client => read(client, undefined), {
    keep: true,
  });
  const [rest, setRest] = useState<TPage[]>([]);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  const firstPage = first.value;
  const latest = useRef(firstPage);
  latest.current = firstPage;
  useEffect(() => {
    // Pages that followed another first page do not follow this one.
    setRest([]);
    setProblem(undefined);
  }, [firstPage]);

  const last = rest[rest.length - 1] ?? firstPage;
  const cursor = last?.nextCursor;
  const more =
    cursor === undefined
      ? undefined
      : async () => {
          setReading(true);
          setProblem(undefined);
          try {
            const page = await read(api, cursor);
            if (latest.current === firstPage) {
              setRest(before => [...before, page]);
            }
          } catch (error) {
            setProblem(problemOf(error, Date.now()));
          }
          setReading(false);
        };
  return {
    first,
    items: [...(firstPage?.items ?? []), ...rest.flatMap(page => page.items)],
    more,
    reading,
    problem,
  };
}
