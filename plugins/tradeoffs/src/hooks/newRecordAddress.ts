/** What the editor over a new record is filled with. */
export interface NewRecordPrefill {
  /** Entity reference. */
  entity?: string;
  /** A check that the record is to accept. */
  accepts?: string;
  /** Id of an axis. */
  axis?: string;
  /** Id of the record that it replaces. */
  supersedes?: string;
  /** A heading to write below. */
  heading?: string;
}

const names = ['entity', 'accepts', 'axis', 'supersedes', 'heading'] as const;

/** The query of the editor, without what is not told. */
export function prefillQuery(prefill: NewRecordPrefill): string {
  const query = new URLSearchParams();
  for (const name of names) {
    const value = prefill[name];
    if (value) {
      query.set(name, value);
    }
  }
  const text = query.toString();
  return text ? `?${text}` : '';
}

/** Reads the query of the editor. */
export function parsePrefill(query: URLSearchParams): NewRecordPrefill {
  return Object.fromEntries(
    names.map(name => [name, query.get(name) || undefined]),
  );
}
