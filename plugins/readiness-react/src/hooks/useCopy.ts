import { useState } from 'react';

/** Puts text on the clipboard and says how that went. */
export function useCopy(): {
  outcome?: 'copied' | 'refused';
  copy: (text: string) => Promise<void>;
} {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | undefined>();
  const copy = async (text: string) => {
    try {
      // Absent on pages that are not served securely, or refused by the reader.
      await navigator.clipboard.writeText(text);
      setOutcome('copied');
    } catch {
      setOutcome('refused');
    }
  };
  return { outcome, copy };
}
