import { createHash } from 'node:crypto';

/** The same for rows that say the same. */
export function rowHash(row: object): string {
  return createHash('sha1').update(JSON.stringify(row)).digest('base64');
}
