/** Milliseconds in each unit of time, by the ways to write it. */
export const MILLISECONDS: Record<string, number> = {
  ns: 1e-6,
  us: 1e-3,
  ms: 1,
  millis: 1,
  milliseconds: 1,
  millisecond: 1,
  s: 1000,
  sec: 1000,
  secs: 1000,
  second: 1000,
  seconds: 1000,
  m: 60_000,
  min: 60_000,
  mins: 60_000,
  minute: 60_000,
  minutes: 60_000,
  h: 3_600_000,
  hour: 3_600_000,
  hours: 3_600_000,
};

/** Milliseconds of `5s`, `500ms`, `PT5S` or `5 seconds`; undefined otherwise. */
export function durationOf(text: string): number | undefined {
  const iso = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?$/i.exec(text);
  if (iso && text.length > 2) {
    return (
      Number(iso[1] ?? 0) * 3_600_000 +
      Number(iso[2] ?? 0) * 60_000 +
      Number(iso[3] ?? 0) * 1000
    );
  }
  const [, amount, unit] =
    /^(\d+(?:\.\d+)?)\s?([a-z]{1,12})$/i.exec(text) ?? [];
  const factor = MILLISECONDS[(unit ?? '').toLowerCase()];
  return amount === undefined || factor === undefined
    ? undefined
    : Number(amount) * factor;
}

/** Calls that make a duration of a number, and the unit of the number. */
export const DURATION_CALLS: Record<string, number> = {
  'Duration.ofMillis': 1,
  'Duration.ofSeconds': 1000,
  'Duration.ofMinutes': 60_000,
  'Duration::from_millis': 1,
  'Duration::from_secs': 1000,
  'TimeSpan.FromMilliseconds': 1,
  'TimeSpan.FromSeconds': 1000,
  'TimeSpan.FromMinutes': 60_000,
  'TimeUnit.SECONDS.toMillis': 1000,
  'TimeUnit.MINUTES.toMillis': 60_000,
};

/** Constants of Go that are durations. */
export const GO_UNITS: Record<string, number> = {
  'time.Nanosecond': 1e-6,
  'time.Microsecond': 1e-3,
  'time.Millisecond': 1,
  'time.Second': 1000,
  'time.Minute': 60_000,
};
