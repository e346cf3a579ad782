/** Points as whole thousandths: 94.5 points are 94500. Always an integer; sums are exact. */
export type Points = number;

/**
 * Points from the number a document writes. Exact, because the decimal text of the number is read, not its binary
 * value. `undefined` when it has more than three decimals or is not finite.
 */
export const pointsOf = (written: number): Points | undefined => {
  const parts = /^(-?)(\d{1,9})(?:\.(\d{1,3}))?$/.exec(String(written));
  if (!parts) return undefined;
  const value = Number(parts[2]) * 1000 + Number((parts[3] ?? '').padEnd(3, '0'));
  return parts[1] && value !== 0 ? -value : value;
};

/** Points as a person writes them, without trailing zeros: 94500 → `94.5`. */
export const showPoints = (points: Points): string => {
  const size = Math.abs(points);
  const decimals = String(size % 1000)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${points < 0 ? '-' : ''}${Math.floor(size / 1000)}${decimals && '.'}${decimals}`;
};
