import type { SourceHealth } from '@airworthy/plugin-readiness-common';
import { useResource } from '../hooks/useResource';

/**
 * The configured sources that tell of deployments or of alerts; `undefined`
 * until it is known which.
 */
export function useTellers(
  of: SourceHealth['emits'][number],
): SourceHealth[] | undefined {
  const sources = useResource('sources', api => api.listSources());
  return sources.value?.items.filter(source => source.emits.includes(of));
}
