import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { useEffect, useState } from 'react';

/**
 * The reader and the reader's groups, as references in lower case. `undefined`
 * until it is known; empty where nobody is signed in.
 */
export function useOwnRefs(): ReadonlySet<string> | undefined {
  const identityApi = useApi(identityApiRef);
  const [refs, setRefs] = useState<ReadonlySet<string> | undefined>();
  useEffect(() => {
    let current = true;
    identityApi
      .getBackstageIdentity()
      .then(({ ownershipEntityRefs }) => ownershipEntityRefs)
      // Without an identity nothing is one's own; the fleet can be read still.
      .catch((): string[] => [])
      .then(own => {
        if (current) {
          setRefs(new Set(own.map(ref => ref.toLocaleLowerCase('en-US'))));
        }
      });
    return () => {
      current = false;
    };
  }, [identityApi]);
  return refs;
}
