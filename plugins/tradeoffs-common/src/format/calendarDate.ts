const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * Whether a text is a day of the calendar, as `YYYY-MM-DD`: 2026-02-30 is not.
 *
 * @public
 */
export function isCalendarDate(text: string): boolean {
  const match = ISO_DATE.exec(text);
  if (!match) {
    return false;
  }
  const [year, month, day] = match.slice(1).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day
  );
}

/**
 * The last millisecond of a day in UTC, since the epoch: a date that ends
 * something includes its whole day.
 *
 * @public
 */
export function endOfDay(date: string): number {
  return Date.parse(`${date}T23:59:59.999Z`);
}

const SPAN = /^(\d{1,4})\s*(day|week|month|year)s?$/i;

/**
 * Adds a span such as `6 months` to a day. A month's end stays a month's end:
 * 31 January and one month is the last day of February. Undefined where the
 * span is not understood.
 *
 * @public
 */
export function addSpan(date: string, span: string): string | undefined {
  const match = SPAN.exec(span.trim());
  const parts = ISO_DATE.exec(date);
  if (!match || !parts || !isCalendarDate(date)) {
    return undefined;
  }
  const amount = Number(match[1]);
  const [year, month, day] = parts.slice(1).map(Number);
  const unit = match[2].toLocaleLowerCase('en-US');
  if (unit === 'day' || unit === 'week') {
    const days = unit === 'week' ? amount * 7 : amount;
    return toDate(Date.UTC(year, month - 1, day + days));
  }
  const months = unit === 'year' ? amount * 12 : amount;
  const first = Date.UTC(year, month - 1 + months, 1);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return toDate(first + (Math.min(day, lastDay) - 1) * 86_400_000);
}

function toDate(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 10);
}
