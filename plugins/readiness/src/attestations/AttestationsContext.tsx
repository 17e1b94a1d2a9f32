import type {
  AttestationList,
  AttestationRequest,
} from '@airworthy/plugin-readiness-common';
import { createContext, useContext } from 'react';

/** What the checks of one scorecard share about attestations. */
export interface Attestations {
  list: AttestationList;
  /** Rejects where the back end refuses. */
  attest: (request: AttestationRequest) => Promise<void>;
  /** Rejects where the back end refuses. */
  revoke: (id: string) => Promise<void>;
}

/**
 * Attestations of the scorecard around; absent where they could not be read, so
 * that nobody is offered what cannot be done.
 */
export const AttestationsContext = createContext<Attestations | undefined>(
  undefined,
);

/** @see AttestationsContext */
export function useAttestations(): Attestations | undefined {
  return useContext(AttestationsContext);
}
