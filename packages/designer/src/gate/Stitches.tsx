const count = 12;

/** A row of crosses in embroidery, the last ones not sewn yet. Decorative. */
export const Stitches = () => (
  <svg viewBox={`0 0 ${count * 24} 24`} className="gate-stitches" aria-hidden="true" focusable="false">
    {Array.from({ length: count }, (_, i) => i * 24).map((x, i) => (
      <g key={x} className={i < 8 ? 'sewn' : 'open'} strokeWidth="2.5" strokeLinecap="round">
        <path d={`M${x + 6} 6 L${x + 18} 18`} />
        <path d={`M${x + 18} 6 L${x + 14} 10`} />
        <path d={`M${x + 10} 14 L${x + 6} 18`} />
      </g>
    ))}
  </svg>
);
