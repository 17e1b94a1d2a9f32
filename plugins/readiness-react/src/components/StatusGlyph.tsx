import type { Status } from '@airworthy/plugin-readiness-common';
import { Glyph } from './Glyph';
import { useToneStyles } from './useToneStyles';

/** @internal */
export interface StatusGlyphProps {
  status: Status;
  /** Pixels; 16 unless told. */
  size?: number;
  /** A bare tick for a pass, so that thousands of them stay quiet. */
  quiet?: boolean;
}

/** The glyph of a status in its colour. A word or a name stands beside it. */
export function StatusGlyph({ status, size, quiet }: StatusGlyphProps) {
  const tones = useToneStyles();
  const name = quiet && status === 'pass' ? 'tick' : status;
  return <Glyph name={name} size={size} className={tones[status]} />;
}
