import { addDays, type Day } from '@xiuhua/engine';
import { useMemo, useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useAt, useDesk, useFollowed } from '../desk/context.ts';
import { isList } from '../draft/json.ts';
import { useLimits } from '../upper/upper.ts';
import { type Fault, marksOf, type Room, roomOf, type TimeLine, timeLine } from './layout.ts';
import { PhaseBar, useSayings } from './PhaseBar.tsx';
import { rowHeight, top, width, xOf } from './scale.ts';
import { type Dragging, useDrag } from './useDrag.ts';
import { phaseWords } from './words.ts';
import './phases.css';

interface PartProps {
  readonly line: TimeLine;
}

const fullHeight = (line: TimeLine): number => top + line.bars.length * rowHeight;

/** The months under the bars. */
const Marks = ({ line }: PartProps) => {
  const t = useWords(phaseWords);
  return marksOf(line).map((day, i) => {
    const [y, m] = [day.slice(0, 4), Number(day.slice(5, 7))];
    return (
      <g key={day} className="phase-mark">
        <line x1={xOf(line, day)} x2={xOf(line, day)} y1={16} y2={fullHeight(line)} />
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
  return (
    <g className={`phase-fault ${fault.kind}`}>
      <rect x={x} y={top - 4} width={Math.max(3, end - x)} height={fullHeight(line) - top + 4} />
      <text x={Math.min(x, width - 80)} y={fullHeight(line) + 14}>
        {t(fault.kind, { n: fault.days })}
      </text>
    </g>
  );
};

const Today = ({ line }: PartProps) => {
  const t = useWords(phaseWords);
  const { today } = useDesk();
  if (today < line.first || today > line.last) return null;
  return (
    <g className="phase-today">
      <line x1={xOf(line, today)} x2={xOf(line, today)} y1={16} y2={fullHeight(line) + 2} />
      <text x={xOf(line, today) + 4} y={fullHeight(line) + 14}>
        {t('today')}
      </text>
    </g>
  );
};

const Faults = ({ line }: PartProps) => {
  const t = useWords(phaseWords);
  const language = useLanguage();
  const { today } = useDesk();
  const day = (d: Day) => showDay(d, today, language);
  return line.faults.map(({ kind, index, before, after, days, from, to }) => (
    <p key={`${kind}${index}`} className={kind}>
      {kind === 'overlap' ? '■ ' : '▲ '}
      {t(kind === 'overlap' ? 'faultOverlap' : 'faultGap', { before, after, n: days, from: day(from), to: day(to) })}
    </p>
  ));
};

/** The days each phase has by the upper plans. */
const useRooms = (line: TimeLine | undefined): ReadonlyMap<number, Room> => {
  const limits = useLimits('/phases');
  return useMemo(() => {
    const rooms = (line?.bars ?? []).flatMap(({ index }) => {
      const said = (key: string) => (limits.get(`/phases/${index}/${key}`) ?? []).map(({ value }) => value);
      const room = roomOf(said('from'), said('to'));
      return room ? [[index, room] as const] : [];
    });
    return new Map(rooms);
  }, [line, limits]);
};

/** Words for what is being moved right now. */
const useMoving = (line: TimeLine | undefined, dragging: Dragging | undefined, rooms: ReadonlyMap<number, Room>): string => {
  const say = useSayings();
  const bar = line?.bars.find((b) => b.index === dragging?.index);
  if (!bar || !dragging) return '';
  if (dragging.kind === 'phase') return say.bar({ ...bar, ...dragging.span }, rooms.get(bar.index));
  const diamond = bar.milestones.find((m) => m.index === dragging.milestone);
  return diamond ? say.diamond({ ...diamond, by: dragging.by }) : '';
};

/**
 * The phases on a line of time: bars and diamonds that are dragged or moved by keyboard, from workday to workday;
 * overlaps red, gaps amber, both named; today as a line.
 */
export const PhaseLine = () => {
  const t = useWords(phaseWords);
  const { checked } = useDesk();
  const { milestones } = useFollowed(checked);
  const phases = useAt('/phases');
  const line = useMemo(() => {
    const reckon = (phase: number, name: string) => milestones.find((m) => m.phase === phase && m.milestone === name)?.by;
    return timeLine(isList(phases) ? phases : [], reckon);
  }, [phases, milestones]);
  const { dragging, ...drag } = useDrag(line);
  const [told, tell] = useState('');
  const rooms = useRooms(line);
  const moving = useMoving(line, dragging, rooms);
  if (!line) return null;
  return (
    <figure className={dragging ? 'phase-line is-dragging' : 'phase-line'}>
      <div className="phase-scroll">
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand inside a picture */}
        <svg viewBox={`0 0 ${width} ${fullHeight(line) + 22}`} role="group" aria-label={t('label')}>
          <Marks line={line} />
          {line.faults.map((fault) => (
            <FaultBand key={`${fault.kind}${fault.index}`} line={line} fault={fault} />
          ))}
          <Today line={line} />
          {line.bars.map((bar, row) => (
            <PhaseBar
              key={bar.index}
              line={line}
              bar={bar}
              room={rooms.get(bar.index)}
              row={row}
              dragging={dragging}
              drag={drag}
              tell={tell}
            />
          ))}
        </svg>
      </div>
      <figcaption>
        <p className="phase-told" aria-live="polite">
          {moving || told || t('hint')}
        </p>
        <Faults line={line} />
      </figcaption>
    </figure>
  );
};
