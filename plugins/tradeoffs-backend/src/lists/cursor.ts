import { InputError } from '@backstage/errors';
import { z } from 'zod';

const schema = z.tuple([z.number(), z.string()]);

/** Where a page ended: rank and key of its last row. */
export type Position = z.infer<typeof schema>;

/** An opaque cursor. */
export function writeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws InputError where it is none of ours */
export function readCursor(cursor: string): Position {
  try {
    return schema.parse(
      JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')),
    );
  } catch {
    throw new InputError(
      '`after` is no cursor of this list: leave it out to begin anew',
    );
  }
}
