import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useCallback } from 'react';
import type { LevelLike } from '../components';
import { shortRef } from '../fleet/entityNames';
import { readinessTranslationRef } from '../translation';
import type { Facet } from './matrixState';

const kinds: Partial<Record<Facet, string>> = {
  owner: 'group',
  system: 'system',
  domain: 'domain',
};

/** Says a facet's value as people do: a name, a level's word, "none". */
export function useFacetLabel(
  levels: readonly LevelLike[],
): (facet: Facet, value: string) => string {
  const { t } = useTranslationRef(readinessTranslationRef);
  return useCallback(
    (facet, value) => {
      if (facet === 'level') {
        return (
          levels.find(level => level.id === value)?.title ?? t('level.none')
        );
      }
      if (value === '') {
        return t(`facet.missing.${facet}`);
      }
      const kind = kinds[facet];
      return kind ? shortRef(value, kind) : value;
    },
    [levels, t],
  );
}
