export interface Limit {
  perMinute: number;
  used: number;
}

export function mayProceed(limit: Limit): boolean {
  return limit.used < limit.perMinute;
}
