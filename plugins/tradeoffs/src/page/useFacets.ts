import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { useApi } from '@backstage/core-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import type { FilterOption } from '@airworthy/plugin-readiness-react';
import { useEffect, useState } from 'react';

/** What owner and system can be chosen from. */
export interface Facets {
  owner: FilterOption[];
  system: FilterOption[];
}

const none: Facets = { owner: [], system: [] };

function options(
  values: Array<{ value: string }> | undefined,
  kinds: string[],
): FilterOption[] {
  return (values ?? [])
    .flatMap(({ value }): FilterOption[] => {
      const ref = parseEntityRef(value);
      return kinds.includes(ref.kind.toLocaleLowerCase('en-US'))
        ? [{ value: stringifyEntityRef(ref), label: ref.name }]
        : [];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}

/**
 * Owners and systems of the catalog, as far as the reader sees it. While they
 * are not known, or cannot be read, there is nothing to choose; what the URL
 * names works all the same.
 */
export function useFacets(): Facets {
  const catalogApi = useApi(catalogApiRef);
  const [facets, setFacets] = useState(none);
  useEffect(() => {
    let current = true;
    catalogApi
      .getEntityFacets({
        facets: ['relations.ownedBy', 'relations.partOf'],
        filter: { kind: ['Component', 'System'] },
      })
      .then(
        answer => {
          if (current) {
            setFacets({
              owner: options(answer.facets['relations.ownedBy'], [
                'group',
                'user',
              ]),
              system: options(answer.facets['relations.partOf'], ['system']),
            });
          }
        },
        // The list itself says where something cannot be read.
        () => {},
      );
    return () => {
      current = false;
    };
  }, [catalogApi]);
  return facets;
}
