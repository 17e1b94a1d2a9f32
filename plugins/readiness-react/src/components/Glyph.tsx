import { glyphs, type GlyphName, type GlyphPart } from './glyphs';

function Part({ part }: { part: GlyphPart }) {
  if ('fill' in part) {
    return (
      <path
        fill="currentColor"
        fillRule="evenodd"
        opacity={part.opacity}
        d={part.fill}
      />
    );
  }
  if ('dot' in part) {
    const [cx, cy, r] = part.dot;
    return <circle fill="currentColor" cx={cx} cy={cy} r={r} />;
  }
  if ('ring' in part) {
    return (
      <circle
        cx={8}
        cy={8}
        r={part.ring}
        fill="none"
        stroke="currentColor"
        strokeWidth={part.width}
        strokeDasharray={part.dashes}
      />
    );
  }
  return (
    <path
      fill="none"
      stroke="currentColor"
      strokeWidth={part.width}
      strokeLinecap="round"
      strokeLinejoin="round"
      d={part.stroke}
    />
  );
}

/** @internal */
export interface GlyphProps {
  name: GlyphName;
  /** Pixels; 16 unless told. */
  size?: number;
  className?: string;
}

/** A shape in the colour of the text around it; the words stand beside it. */
export function Glyph({ name, size = 16, className }: GlyphProps) {
  return (
    <svg
      aria-hidden
      focusable={false}
      className={className}
      width={size}
      height={size}
      viewBox="0 0 16 16"
      style={{ display: 'inline-block', flex: 'none', verticalAlign: '-3px' }}
    >
      {glyphs[name].map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </svg>
  );
}
