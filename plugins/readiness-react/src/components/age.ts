/** An age in one unit, or the moment itself once it is long ago. */
export type Age =
  | { unit: 'now' }
  | { unit: 'minutes' | 'hours' | 'days'; count: number }
  | { unit: 'date' };

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** From here on a date says more than a number of days. */
const DAYS_SHOWN = 14;

/**
 * How old a moment is.
 *
 * @param moment - ISO 8601.
 * @param now - milliseconds since the epoch.
 */
export function ageOf(moment: string, now: number): Age {
  const age = now - Date.parse(moment);
  if (Number.isNaN(age) || age < -MINUTE || age >= DAYS_SHOWN * DAY) {
    return { unit: 'date' };
  }
  if (age < MINUTE) {
    return { unit: 'now' };
  }
  if (age < HOUR) {
    return { unit: 'minutes', count: Math.floor(age / MINUTE) };
  }
  if (age < 2 * DAY) {
    return { unit: 'hours', count: Math.floor(age / HOUR) };
  }
  return { unit: 'days', count: Math.floor(age / DAY) };
}

/** `23 Nov 2026`, in the reader's own order. */
export function formatDate(moment: string): string {
  return format(moment, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** `23 Nov`: where the year is plain from what stands around it. */
export function formatShortDate(moment: string): string {
  return format(moment, { day: 'numeric', month: 'short' });
}

/** `23 Nov 2026, 14:02:00 UTC`. */
export function formatMoment(moment: string): string {
  return format(moment, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  });
}

/** `20 Nov, 09:31`. */
export function formatShortMoment(moment: string): string {
  return format(moment, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

function format(moment: string, options: Intl.DateTimeFormatOptions): string {
  const date = new Date(moment);
  // What is not a date is shown as it came: it is still worth reading.
  return Number.isNaN(date.getTime())
    ? moment
    : new Intl.DateTimeFormat(undefined, options).format(date);
}
