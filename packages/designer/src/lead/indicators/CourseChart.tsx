import { type Day, daysBetween, type TargetView } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useWidth } from '../board/useWidth.ts';
import { useHere } from '../campaign/here.ts';
import { shortDay } from '../say/moment.ts';
import { brief } from './forecast.ts';
import styles from './indicators.module.css';
import { indicatorWords } from './words.ts';

const height = 116;
const edge = { top: 18, bottom: 22, left: 6, right: 64 };

/** Where the newest number stands: above its point, or below it where the line of the target would strike it through. */
const labelAt = (spot: number, target: number): number => {
  const above = spot - 7;
  const struck = target > above - 12 && target < above + 3;
  return struck ? spot + 17 : Math.max(11, above);
};

interface Spot {
  readonly day: Day;
  readonly value: number;
  readonly confirmed: boolean;
}

/** The stretch of days and values a course needs. */
const frameOf = (view: TargetView, spots: readonly Spot[], bound: number, today: Day) => {
  const start = view.start && { day: view.start.day, value: Number(view.start.value) };
  const first = start?.day ?? spots[0]?.day ?? today;
  const end = view.due ?? today;
  const values = [
    ...spots.map((spot) => spot.value),
    bound,
    ...(start ? [start.value] : []),
    ...(view.forecast ? [Number(view.forecast)] : []),
  ];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { start, first, end: end > first ? end : today, low, high: high === low ? low + 1 : high };
};

/**
 * The course of one target: the straight line from the start to the target (dashed), the values so far (hollow while not
 * confirmed), and where this pace leads (dotted). The newest value and the target carry their numbers.
 */
export const CourseChart = ({ view, name, unit }: { readonly view: TargetView; readonly name: string; readonly unit: string }) => {
  const { ref, width } = useWidth<HTMLDivElement>(320);
  const t = useWords(indicatorWords);
  const now = useLanguage();
  const { today } = useHere();
  const spots = view.course.flatMap((at): Spot[] => (at.value === null ? [] : [{ ...at, value: Number(at.value) }]));
  const bound = Number(view.low ?? view.high ?? '0');
  const frame = frameOf(view, spots, bound, today);
  const days = Math.max(1, daysBetween(frame.first, frame.end));
  const x = (day: Day) =>
    edge.left + (Math.min(days, Math.max(0, daysBetween(frame.first, day))) / days) * (width - edge.left - edge.right);
  const y = (value: number) => edge.top + ((frame.high - value) / (frame.high - frame.low)) * (height - edge.top - edge.bottom);
  const last = spots.at(-1);
  const target = y(bound);
  return (
    <div ref={ref} className={styles.chart}>
      <svg
        width={width}
        height={height}
        role="img"
        aria-label={`${t('chart', { name })}: ${spots.map((spot) => `${showDay(spot.day, today, now)} ${brief(String(spot.value))}`).join(', ')}`}
      >
        <path d={`M${edge.left} ${target}H${width - edge.right}`} stroke="var(--ink-3)" strokeWidth="1" />
        <text x={width - edge.right + 4} y={target + 4} className={styles.chartTarget}>
          {brief(String(bound))} {unit}
        </text>
        {frame.start && (
          <path
            d={`M${x(frame.start.day)} ${y(frame.start.value)}L${x(frame.end)} ${target}`}
            stroke="var(--ink-3)"
            strokeDasharray="4 3"
            fill="none"
          />
        )}
        {last && view.forecast !== null && (
          <path
            d={`M${x(last.day)} ${y(last.value)}L${x(frame.end)} ${y(Number(view.forecast))}`}
            stroke="var(--indigo)"
            strokeDasharray="1 4"
            strokeLinecap="round"
            strokeWidth="2"
            fill="none"
          />
        )}
        <polyline
          points={spots.map((spot) => `${x(spot.day)},${y(spot.value)}`).join(' ')}
          fill="none"
          stroke="var(--indigo)"
          strokeWidth="1.5"
        />
        {spots.map((spot) => (
          <circle
            key={spot.day}
            cx={x(spot.day)}
            cy={y(spot.value)}
            r="2.5"
            fill={spot.confirmed ? 'var(--indigo)' : 'var(--paper)'}
            stroke="var(--indigo)"
          />
        ))}
        {last && (
          <text x={x(last.day)} y={labelAt(y(last.value), target)} textAnchor={x(last.day) > width / 2 ? 'end' : 'start'}>
            {brief(String(last.value))}
          </text>
        )}
        <text x={edge.left} y={height - 4} className={styles.axis}>
          {shortDay(frame.first, today, now)}
        </text>
        <text x={width - edge.right} y={height - 4} textAnchor="end" className={styles.axis}>
          {shortDay(frame.end, today, now)}
        </text>
      </svg>
    </div>
  );
};
