import { useWords } from '../../shared/language.ts';
import type { PathPoint } from './targets.ts';
import { indicatorWords } from './words.ts';

const [width, height, edge] = [104, 30, 6];

/** The path of an indicator as a small chart: a hollow dot for the baseline, full ones for targets, the last one labelled. */
export const TargetPath = ({ path, name }: { readonly path: readonly PathPoint[]; readonly name: string }) => {
  const t = useWords(indicatorWords);
  const [first, last] = [path[0], path.at(-1)];
  if (!first || !last || path.length < 2) return <span className="side-note">{t('noPath')}</span>;
  const values = path.map(({ value }) => value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = (year: number) => edge + ((year - first.year) / Math.max(1, last.year - first.year)) * (width - 2 * edge);
  const y = (value: number) => (high === low ? height / 2 : height - edge - ((value - low) / (high - low)) * (height - 2 * edge));
  const label = t('path', { name, points: path.map(({ year, value }) => `${year} ${value}`).join(' → ') });
  return (
    <svg className="target-path" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <polyline points={path.map((p) => `${x(p.year)},${y(p.value)}`).join(' ')} />
      {path.map((p) => (
        <circle key={`${p.year}${p.kind}`} className={p.kind} cx={x(p.year)} cy={y(p.value)} r={3}>
          <title>{`${p.year} ${p.value}`}</title>
        </circle>
      ))}
    </svg>
  );
};
