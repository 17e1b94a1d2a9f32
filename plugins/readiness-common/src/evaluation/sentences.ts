/** Names that a sentence shows; more are counted. */
const SHOWN_NAMES = 5;

/** `a`, `a and b`, `a, b and c`, `a, b, c, d, e and 4 more`. */
export function listOfNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN_NAMES);
  const more = names.length - shown.length;
  const parts = more > 0 ? [...shown, `${more} more`] : shown;
  return parts.length < 2
    ? parts.join('')
    : `${parts.slice(0, -1).join(', ')} and ${parts[parts.length - 1]}`;
}

/** Upper case at the start, one full stop at the end. */
export function sentence(text: string): string {
  const trimmed = text.trim().replace(/[.\s]+$/, '');
  if (trimmed === '') {
    return '';
  }
  const ended = /[!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toLocaleUpperCase('en-US') + ended.slice(1);
}

/** The words of a camelCase name: `disruption budgets`. */
export function words(name: string): string {
  return name.replace(/[A-Z]/g, letter => ` ${letter.toLowerCase()}`);
}

/** The day of a moment, as it is shown everywhere. */
export function day(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : new Date(time).toISOString().slice(0, 10);
}

/** Without the full stop that an author may have set. */
export function withoutStop(text: string): string {
  return text.trim().replace(/\.$/, '');
}
