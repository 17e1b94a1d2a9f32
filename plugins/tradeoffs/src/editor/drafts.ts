/** A text that was not saved. */
export interface Draft {
  content: string;
  /** Of the stored text that it began with; absent for a new record. */
  revision?: number;
  /** ISO 8601. */
  at: string;
}

const PREFIX = 'airworthy.tradeoffs.draft.';

/**
 * Keeps what is being written in the tab's own storage, so that going back, a
 * reload or a session that ended loses nothing. Where the browser refuses
 * storage there is no draft, and the question on leaving remains.
 */
export const drafts = {
  read(key: string): Draft | undefined {
    try {
      const text = window.sessionStorage.getItem(PREFIX + key);
      const draft: unknown = text ? JSON.parse(text) : undefined;
      return isDraft(draft) ? draft : undefined;
    } catch {
      return undefined;
    }
  },
  write(key: string, draft: Draft): void {
    try {
      window.sessionStorage.setItem(PREFIX + key, JSON.stringify(draft));
    } catch {
      // Storage is full or refused: the text is on the page still.
    }
  },
  remove(key: string): void {
    try {
      window.sessionStorage.removeItem(PREFIX + key);
    } catch {
      // Where it cannot be read, nothing was written.
    }
  },
};

function isDraft(value: unknown): value is Draft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'content' in value &&
    typeof value.content === 'string' &&
    'at' in value &&
    typeof value.at === 'string' &&
    (!('revision' in value) || typeof value.revision === 'number')
  );
}
