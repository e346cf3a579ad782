import { addDays, type Day } from '@xiuhua/engine';
import { useMemo } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useFocus, useFollowed } from '../desk/context.ts';
import { isList } from '../draft/json.ts';
import { type Bar, type Fault, marksOf, shareOf, type TimeLine, timeLine } from './layout.ts';
import { phaseWords } from './words.ts';
import './phases.css';

const width = 820;
const rowHeight = 34;
const top = 30;

const xOf = (line: TimeLine, day: Day): number => Math.round(shareOf(line, day) * width * 10) / 10;
const clip = (name: string, room: number): string =>
  room < 40 ? '' : name.length * 13 <= room ? name : `${name.slice(0, Math.max(1, Math.floor(room / 13) - 1))}…`;

interface PartProps {
  readonly line: TimeLine;
}

/** The months under the bars. */
const Marks = ({ line }: PartProps) => {
  const t = useWords(phaseWords);
  const height = top + line.bars.length * rowHeight;
  return marksOf(line).map((day, i) => {
    const [y, m] = [day.slice(0, 4), Number(day.slice(5, 7))];
    return (
      <g key={day} className="phase-mark">
        <line x1={xOf(line, day)} x2={xOf(line, day)} y1={16} y2={height} />
        <text x={xOf(line, day) + 4} y={13} className={xOf(line, day) > width - 56 ? 'is-cut' : undefined}>
          {t(i === 0 || m === 1 ? 'year' : 'month', { y, m })}
        </text>
      </g>
    );
  });
};

/** Where phases clash or leave days out: a band over all rows, with its days in words. */
const FaultBand = ({ line, fault }: PartProps & { readonly fault: Fault }) => {
  const t = useWords(phaseWords);
  const [x, end] = [xOf(line, fault.from), xOf(line, addDays(fault.to, 1))];
  const height = line.bars.length * rowHeight;
  return (
    <g className={`phase-fault ${fault.kind}`}>
      <rect x={x} y={top - 4} width={Math.max(3, end - x)} height={height + 4} />
      <text x={Math.min(x, width - 80)} y={top + height + 14}>
        {t(fault.kind, { n: fault.days })}
      </text>
    </g>
  );
};

const PhaseBar = ({ line, bar, row }: PartProps & { readonly bar: Bar; readonly row: number }) => {
  const t = useWords(phaseWords);
  const { hand } = useDesk();
  const { open } = useFocus();
  const [x, end] = [xOf(line, bar.from), bar.open ? width : xOf(line, addDays(bar.to, 1))];
  const y = top + row * rowHeight;
  const faulty = line.faults.some((f) => f.kind === 'overlap' && f.index === bar.index);
  const shape = bar.open
    ? `M${x} ${y + 2} H${end - 10} L${end} ${y + 13} L${end - 10} ${y + 24} H${x} Z`
    : `M${x} ${y + 2} H${end} V${y + 24} H${x} Z`;
  const className = ['phase-bar', faulty && 'is-faulty', open === `/phases/${bar.index}` && 'is-open'].filter(Boolean).join(' ');
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the clause below opens by keyboard
    <g className={className} onClick={() => hand.open(`/phases/${bar.index}`)}>
      <path d={shape} />
      <text x={x + 8} y={y + 18}>
        {clip(bar.name, end - x - 16)}
      </text>
      {bar.open && (
        <text className="phase-long" x={end - 16} y={y + 18} textAnchor="end">
          {end - x > 120 + bar.name.length * 13 ? t('longTerm') : ''}
        </text>
      )}
      {bar.milestones.map((m) => {
        const mx = xOf(line, m.by);
        return (
          <path key={m.name + m.by} className="phase-milestone" d={`M${mx} ${y + 21} l5 5 l-5 5 l-5 -5 Z`}>
            <title>{`${m.name} ${m.by}`}</title>
          </path>
        );
      })}
    </g>
  );
};

/** The phases on a line of time: overlaps red, gaps amber, both named; milestones as diamonds; today as a line. */
export const PhaseLine = () => {
  const t = useWords(phaseWords);
  const language = useLanguage();
  const { today, checked } = useDesk();
  const { milestones } = useFollowed(checked);
  const phases = useAt('/phases');
  const line = useMemo(() => {
    const reckon = (phase: number, name: string) => milestones.find((m) => m.phase === phase && m.milestone === name)?.by;
    return timeLine(isList(phases) ? phases : [], reckon);
  }, [phases, milestones]);
  if (!line) return null;
  const day = (d: Day) => showDay(d, today, language);
  const label = line.bars
    .map((bar) => t('bar', { name: bar.name, from: day(bar.from), to: bar.open ? t('longTerm') : day(bar.to) }))
    .join('; ');
  const height = top + line.bars.length * rowHeight + 22;
  const isToday = today >= line.first && today <= line.last;
  return (
    <figure className="phase-line">
      <div className="phase-scroll">
        <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t('label', { bars: label })}>
          <Marks line={line} />
          {line.bars.map((bar, row) => (
            <PhaseBar key={bar.index} line={line} bar={bar} row={row} />
          ))}
          {line.faults.map((fault) => (
            <FaultBand key={`${fault.kind}${fault.index}`} line={line} fault={fault} />
          ))}
          {isToday && (
            <g className="phase-today">
              <line x1={xOf(line, today)} x2={xOf(line, today)} y1={16} y2={height - 20} />
              <text x={xOf(line, today) + 4} y={height - 6}>
                {t('today')}
              </text>
            </g>
          )}
        </svg>
      </div>
      {line.faults.length > 0 && (
        <figcaption>
          {line.faults.map((f) => (
            <p key={`${f.kind}${f.index}`} className={f.kind}>
              {t(f.kind === 'overlap' ? 'faultOverlap' : 'faultGap', {
                before: f.before,
                after: f.after,
                n: f.days,
                from: day(f.from),
                to: day(f.to),
              })}
            </p>
          ))}
        </figcaption>
      )}
    </figure>
  );
};
