import {
  unpackStatuses,
  type Status,
} from '@airworthy/plugin-readiness-common';

const LETTERS = ['p', 'f', 'u', 'n', 'a'];

/** By letter, in both cases: lists unpack hundreds of thousands of them. */
const STATUSES: ReadonlyMap<string, Status> = new Map(
  LETTERS.flatMap(letter => [letter, letter.toUpperCase()]).map(letter => [
    letter,
    unpackStatuses(letter)[0].status,
  ]),
);

/** The status that a letter of packed statuses stands for. */
export function unpackStatus(letter: string | undefined): Status {
  return STATUSES.get(letter ?? '') ?? 'unknown';
}

/** A status as history keeps it. */
export function unpackStatusWord(word: string | null): Status {
  for (const status of STATUSES.values()) {
    if (status === word) {
      return status;
    }
  }
  return 'unknown';
}
