import { addDays, type Day, daysBetween } from '@xiuhua/engine';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useFocus } from '../desk/context.ts';
import { type Bar, type Diamond, fitsIn, type Room, type TimeLine } from './layout.ts';
import { workdaysIn } from './move.ts';
import { clip, rowHeight, top, width, xOf } from './scale.ts';
import type { Dragging, DragHandlers, Hold } from './useDrag.ts';
import { phaseWords } from './words.ts';

interface BarProps {
  readonly line: TimeLine;
  readonly bar: Bar;
  /** The days the upper plan leaves it. */
  readonly room: Room | undefined;
  readonly row: number;
  readonly dragging: Dragging | undefined;
  readonly drag: DragHandlers;
  readonly tell: (words: string) => void;
}

/** A bar where it would come to rest. */
const placedBar = (bar: Bar, dragging: Dragging | undefined): Bar => {
  if (dragging?.index !== bar.index) return bar;
  if (dragging.kind === 'phase') {
    const by = dragging.grip === 'whole' ? daysBetween(bar.from, dragging.span.from) : 0;
    return { ...bar, ...dragging.span, milestones: bar.milestones.map((m) => ({ ...m, by: addDays(m.by, by) })) };
  }
  return { ...bar, milestones: bar.milestones.map((m) => (m.index === dragging.milestone ? { ...m, by: dragging.by } : m)) };
};

/** How a phase and its ends are told. */
export const useSayings = () => {
  const t = useWords(phaseWords);
  const language = useLanguage();
  const { today } = useDesk();
  const day = (d: Day) => showDay(d, today, language);
  const within = (bar: Bar, room: Room | undefined): string => {
    const [from, to] = [room?.from && t('notBefore', { day: day(room.from) }), room?.to && t('notAfter', { day: day(room.to) })];
    const said = [from, to].filter(Boolean).join(t('and'));
    return said ? t(fitsIn(room, bar) ? 'room' : 'outside', { room: said }) : '';
  };
  return {
    bar: (bar: Bar, room?: Room) =>
      (bar.open
        ? t('bar', { name: bar.name, from: day(bar.from), to: t('longTerm') })
        : t('barDays', { name: bar.name, from: day(bar.from), to: day(bar.to), n: workdaysIn(bar) })) + within(bar, room),
    diamond: ({ name, by }: Diamond) => t('milestone', { name, by: day(by) }),
  };
};

interface GripProps {
  readonly hold: Hold;
  readonly label: string;
  readonly value: Day;
  readonly text: string;
  readonly line: TimeLine;
  readonly drag: DragHandlers;
  readonly tell: (words: string) => void;
  readonly className: string;
  readonly children: React.ReactNode;
}

/** Something that can be moved along the line: by the pointer, and with the arrows as any slider. */
const Handle = ({ hold, label, value, text, line, drag, tell, className, children }: GripProps) => (
  <g
    className={className}
    role="slider"
    tabIndex={0}
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={daysBetween(line.first, line.last)}
    aria-valuenow={daysBetween(line.first, value)}
    aria-valuetext={text}
    onPointerDown={(event) => drag.take(event, hold)}
    onPointerMove={drag.move}
    onPointerUp={() => {
      drag.end();
      tell('');
    }}
    onPointerCancel={drag.drop}
    onPointerEnter={() => tell(text)}
    onFocus={() => tell(text)}
    onKeyDown={(event) => drag.press(event, hold)}
  >
    {children}
  </g>
);

/** The ends the upper plan sets, as brackets around the bar. */
const Allowed = ({ line, room, y }: { readonly line: TimeLine; readonly room: Room; readonly y: number }) => (
  <g className="phase-room" aria-hidden>
    {room.from && <path d={`M${xOf(line, room.from) + 4} ${y - 2} h-4 v30 h4`} />}
    {room.to && <path d={`M${xOf(line, addDays(room.to, 1)) - 4} ${y - 2} h4 v30 h-4`} />}
  </g>
);

/** One phase: the bar moves the whole, its ends stretch it, its diamonds are its milestones. */
export const PhaseBar = ({ line, bar: still, room: allowed, row, dragging, drag, tell }: BarProps) => {
  const t = useWords(phaseWords);
  const say = useSayings();
  const { open } = useFocus();
  const bar = placedBar(still, dragging);
  const [x, end] = [xOf(line, bar.from), bar.open ? width : xOf(line, addDays(bar.to, 1))];
  const y = top + row * rowHeight;
  const faulty = line.faults.some((f) => f.kind === 'overlap' && f.index === bar.index) || !fitsIn(allowed, bar);
  const shape = bar.open
    ? `M${x} ${y + 2} H${end - 10} L${end} ${y + 13} L${end - 10} ${y + 24} H${x} Z`
    : `M${x} ${y + 2} H${end} V${y + 24} H${x} Z`;
  const classes = [
    'phase-bar',
    faulty && 'is-faulty',
    open === `/phases/${bar.index}` && 'is-open',
    dragging?.index === bar.index && 'is-moving',
  ];
  const [room, longTerm] = [end - x - 18, end - x > 120 + bar.name.length * 13];
  const common = { line, drag, tell, text: say.bar(bar, allowed) };
  return (
    <g className={classes.filter(Boolean).join(' ')} data-phase={bar.index}>
      {allowed && <Allowed line={line} room={allowed} y={y} />}
      <Handle
        {...common}
        hold={{ bar: still, grip: 'whole' }}
        label={t('moveWhole', { name: bar.name })}
        value={bar.from}
        className="phase-whole"
      >
        <path d={shape} />
        <text x={x + 10} y={y + 18}>
          {clip(bar.name, room)}
        </text>
        {bar.open && (
          <text className="phase-long" x={end - 16} y={y + 18} textAnchor="end">
            {longTerm ? t('longTerm') : ''}
          </text>
        )}
      </Handle>
      <Handle
        {...common}
        hold={{ bar: still, grip: 'from' }}
        label={t('moveFrom', { name: bar.name })}
        value={bar.from}
        className="phase-end"
      >
        <rect x={x - 4} y={y} width={8} height={26} />
        <path d={`M${x + 3} ${y + 9} v8`} />
      </Handle>
      {!bar.open && (
        <Handle {...common} hold={{ bar: still, grip: 'to' }} label={t('moveTo', { name: bar.name })} value={bar.to} className="phase-end">
          <rect x={end - 4} y={y} width={8} height={26} />
          <path d={`M${end - 3} ${y + 9} v8`} />
        </Handle>
      )}
      {bar.milestones.map((m, i) => {
        const mx = xOf(line, m.by);
        return (
          <Handle
            key={m.index}
            {...common}
            text={say.diamond(m)}
            hold={{ bar: still, diamond: still.milestones[i] ?? m }}
            label={t('moveMilestone', { name: m.name })}
            value={m.by}
            className="phase-milestone"
          >
            <circle cx={mx} cy={y + 25} r={9} />
            <path d={`M${mx} ${y + 19} l6 6 l-6 6 l-6 -6 Z`} />
          </Handle>
        );
      })}
    </g>
  );
};
