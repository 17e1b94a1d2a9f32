import { useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { readinessApiRef } from '../api/readinessApiRef';
import { useResource } from '../hooks/useResource';
import type { Attestations } from './AttestationsContext';

/**
 * The attestations of one entity.
 *
 * @param onChange - called once something was attested or revoked: the
 *   scorecard is evaluated anew then
 */
export function useAttestationsOf(
  entityRef: string | undefined,
  onChange: () => void,
): Attestations | undefined {
  const api = useApi(readinessApiRef);
  const { value: list, reload } = useResource(
    entityRef && `attestations ${entityRef}`,
    client => client.listAttestations(entityRef ?? ''),
  );
  return useMemo(
    () =>
      list && {
        list,
        attest: async request => {
          await api.createAttestation(request);
          await reload();
          onChange();
        },
        revoke: async id => {
          await api.deleteAttestation(id);
          await reload();
          onChange();
        },
      },
    [api, list, reload, onChange],
  );
}
