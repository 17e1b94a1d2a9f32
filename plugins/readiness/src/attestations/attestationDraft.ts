import type {
  AttestableFact,
  AttestationRequest,
} from '@airworthy/plugin-readiness-common';

/** What the form holds: text as it was typed. */
export interface AttestationDraft {
  fact: AttestableFact;
  value: string;
  url: string;
  note: string;
  /** `YYYY-MM-DD`: the last day on which it counts. */
  until: string;
}

/** The fields of the form that can be wrong, and what is wrong with each. */
export interface DraftProblems {
  value?: 'value' | 'number' | 'whole' | 'date';
  url?: 'url';
  until?: 'until';
}

const DAY = 24 * 60 * 60 * 1000;
/** Half a year: as long as the default checklist trusts a rehearsal. */
const USUAL_DAYS = 180;

/** `YYYY-MM-DD`, UTC. */
export function dayOf(moment: number): string {
  return new Date(moment).toISOString().slice(0, 10);
}

/** The form as it opens. */
export function newDraft(fact: AttestableFact, now: number): AttestationDraft {
  return {
    fact,
    value: fact.type === 'bool' ? 'true' : '',
    url: '',
    note: '',
    until: dayOf(now + USUAL_DAYS * DAY),
  };
}

function readValue({
  fact,
  value,
}: AttestationDraft): AttestationRequest['value'] | undefined {
  const text = value.trim();
  switch (fact.type) {
    case 'bool':
      return text === 'true';
    case 'int':
      return /^[+-]?\d+$/.test(text) ? Number(text) : undefined;
    case 'double':
      return text !== '' && Number.isFinite(Number(text))
        ? Number(text)
        : undefined;
    case 'timestamp': {
      const moment = Date.parse(text);
      return Number.isNaN(moment) ? undefined : new Date(moment).toISOString();
    }
    case 'strings': {
      const parts = text.split(',').flatMap(part => part.trim() || []);
      return parts.length > 0 ? parts : undefined;
    }
    default:
      return text || undefined;
  }
}

const problemOfType = {
  bool: 'value',
  string: 'value',
  strings: 'value',
  int: 'whole',
  double: 'number',
  timestamp: 'date',
} as const;

/**
 * What to send, or what is wrong with what was typed.
 *
 * @param now - milliseconds since the epoch
 */
export function readAttestation(
  entityRef: string,
  draft: AttestationDraft,
  now: number,
):
  | { request: AttestationRequest; problems?: undefined }
  | { problems: DraftProblems } {
  const value = readValue(draft);
  const problems: DraftProblems = {
    ...(value === undefined && { value: problemOfType[draft.fact.type] }),
    ...(!/^https?:\/\/\S+$/i.test(draft.url.trim()) && { url: 'url' }),
    // It counts to the end of its last day, as acceptances do.
    ...(!(Date.parse(draft.until) >= Date.parse(dayOf(now))) && {
      until: 'until',
    }),
  };
  if (value === undefined || Object.keys(problems).length > 0) {
    return { problems };
  }
  return {
    request: {
      entityRef,
      fact: draft.fact.fact,
      value,
      url: draft.url.trim(),
      ...(draft.note.trim() && { note: draft.note.trim() }),
      expiresAt: new Date(Date.parse(draft.until) + DAY - 1000).toISOString(),
    },
  };
}
