import { type Period, type Points, sayPeriod, showPoints } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useWidth } from '../board/useWidth.ts';
import styles from './unit.module.css';
import { unitWords } from './words.ts';

interface PointsLineProps {
  readonly unit: string;
  /** Where the points of a period open. */
  readonly to: (period: Period) => string;
  /** Oldest first, at least two. */
  readonly scored: readonly { readonly period: Period; readonly points: Points; readonly published: boolean }[];
}

const height = 96;
const edge = { top: 20, bottom: 24, side: 28 };

/** A thin line of points by period; each point carries its number, which opens its reasons; a hollow one is not published, first and last period are named. */
export const PointsLine = ({ unit, to, scored }: PointsLineProps) => {
  const { ref, width } = useWidth<HTMLDivElement>(320);
  const t = useWords(unitWords);
  const now = useLanguage();
  const all = scored.map((score) => score.points);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const step = (width - 2 * edge.side) / Math.max(1, scored.length - 1);
  const x = (i: number) => edge.side + i * step;
  const y = (points: Points) => edge.top + (high === low ? 0.5 : (high - points) / (high - low)) * (height - edge.top - edge.bottom);
  const every = Math.max(1, Math.ceil(40 / step));
  return (
    <div ref={ref} className={styles.line}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${t('chart', { unit })}: ${scored.map((score) => `${score.period} ${showPoints(score.points)}`).join(', ')}`}
      >
        <polyline
          points={scored.map((score, i) => `${x(i)},${y(score.points)}`).join(' ')}
          fill="none"
          stroke="var(--indigo)"
          strokeWidth="1.5"
        />
        {scored.map((score, i) => (
          <g key={score.period}>
            <circle
              cx={x(i)}
              cy={y(score.points)}
              r="3"
              fill={score.published ? 'var(--indigo)' : 'var(--paper)'}
              stroke={score.published ? 'var(--indigo)' : 'var(--violet)'}
            />
          </g>
        ))}
        <text x={0} y={height - 4} className={styles.axis}>
          {sayPeriod(scored[0]?.period ?? '', now)}
        </text>
        <text x={width} y={height - 4} textAnchor="end" className={styles.axis}>
          {sayPeriod(scored.at(-1)?.period ?? '', now)}
        </text>
      </svg>
      {scored.map(
        (score, i) =>
          (i % every === 0 || i === scored.length - 1) && (
            <Link
              key={score.period}
              to={to(score.period)}
              className={styles.linePoint}
              style={{ left: x(i), top: y(score.points) }}
              title={sayPeriod(score.period, now)}
              tabIndex={-1}
            >
              {showPoints(score.points)}
            </Link>
          ),
      )}
    </div>
  );
};
