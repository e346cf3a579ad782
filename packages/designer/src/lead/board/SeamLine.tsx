import type { Day, MilestoneView, PhaseView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { showDay } from '../../shared/format.ts';
import { fill, useLanguage, useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useEnd } from '../campaign/queries.ts';
import { Shape, ShapePath } from '../parts/Shape.tsx';
import { shortDay } from '../say/moment.ts';
import { milestoneSigns, signWords, unfinishedSign } from '../say/sign.ts';
import styles from './board.module.css';
import { placeLabels, placeToday, textWidth } from './labels.ts';
import { type Knot, type Seam, seam } from './stitches.ts';
import { useWidth } from './useWidth.ts';
import { boardWords } from './words.ts';

const axis = 56;
const rowHeight = 40;

/** On a line shorter than this the milestones stand in a list below it, each a row a thumb can hit. */
const leastForLabels = 480;

/** One cross stitch: the second thread passes under the first, as in the mark. */
const cross = (x: number, size: number): string => {
  const r = size / 2;
  const g = r * 0.35;
  return `M${x - r} ${axis - r}L${x + r} ${axis + r}M${x + r} ${axis - r}L${x + g} ${axis - g}M${x - g} ${axis + g}L${x - r} ${axis + r}`;
};

/** The stitches of each kind as one path: sewn days of the current phase, of the others, and days to come as dots. */
const Stitches = ({ drawn }: { readonly drawn: Seam }) => {
  const size = Math.min(8, drawn.pitch * 0.62);
  const taken = new Set(drawn.knots.map((knot) => Math.floor(knot.x / drawn.pitch)));
  const free = drawn.stitches.filter((stitch) => !taken.has(Math.floor(stitch.x / drawn.pitch)));
  const path = (current: boolean) =>
    free
      .filter((stitch) => stitch.sewn && stitch.current === current)
      .map((stitch) => cross(stitch.x, size))
      .join('');
  return (
    <g fill="none" strokeWidth="1.6" strokeLinecap="round">
      <path d={path(false)} stroke="var(--ink-3)" />
      <path d={path(true)} stroke="var(--indigo)" />
      <g fill="#b7bec8">
        {free
          .filter((stitch) => !stitch.sewn)
          .map((stitch) => (
            <circle key={stitch.day} cx={stitch.x} cy={axis} r="1.4" />
          ))}
      </g>
    </g>
  );
};

/** The phases above the line: a bracket from the first to the last day, with the name where there is room. */
const Stretches = ({ drawn, today }: { readonly drawn: Seam; readonly today: Day }) => {
  const now = useLanguage();
  const t = useWords(boardWords);
  const to = useAddresses();
  return (
    <>
      {drawn.stretches.map(({ phase, x, width, open }, i) => {
        const days = open
          ? `${showDay(phase.from, today, now)} — ${t('longTerm')}`
          : `${showDay(phase.from, today, now)} — ${showDay(phase.to ?? phase.from, today, now)}`;
        return (
          <Link
            key={phase.name}
            to={to.milestones({ phase: phase.name })}
            className={styles.stretch}
            data-state={phase.state}
            style={{ left: x, width }}
            title={`${phase.name} ${days}`}
          >
            <span>{width >= 56 ? phase.name : i + 1}</span>
            {width >= 200 && <small>{days}</small>}
          </Link>
        );
      })}
    </>
  );
};

/** The mark of the day the line is seen as of. */
const Today = ({ drawn, width, day }: { readonly drawn: Seam; readonly width: number; readonly day: Day }) => {
  const t = useWords(boardWords);
  const now = useLanguage();
  const { today, now: clock = today } = useHere();
  const word = day < clock ? `${t('asOf')} ${shortDay(day, clock, now)}` : t('todayMark');
  const at = drawn.today;
  if (at === null) return null;
  return (
    <g>
      <path d={`M${at} ${axis - 22}V${axis + 12}`} stroke="var(--ink)" strokeWidth="1" />
      <text x={placeToday(at, textWidth(word), { knots: drawn.knots, width })} y={axis - 13}>
        {word}
      </text>
    </g>
  );
};

/** The sign of a milestone: of its state, or unfinished once the campaign was closed without it. */
const useSign = () => {
  const end = useEnd();
  return ({ state, reached }: MilestoneView) => (end && reached === null ? unfinishedSign : milestoneSigns[state]);
};

const MilestoneText = ({ milestone, today }: { readonly milestone: MilestoneView; readonly today: Day }) => {
  const now = useLanguage();
  const words = useWords(signWords);
  const sign = useSign()(milestone);
  return (
    <>
      <span className={styles.knotName}>{milestone.name}</span>
      <span className={styles.knotState}>
        {shortDay(milestone.by, today, now)} <span data-tone={sign.tone}>{words(sign.word)}</span>
      </span>
    </>
  );
};

const useKnotWidth = (today: Day) => {
  const now = useLanguage();
  const words = signWords[now];
  const signOf = useSign();
  return ({ milestone }: Knot) =>
    20 + Math.max(textWidth(milestone.name), textWidth(`${shortDay(milestone.by, today, now)} ${words[signOf(milestone).word]}`));
};

/**
 * The line of time (绣线): one cross stitch for each day gone by, a dot for each to come, milestones as shapes. Their
 * words stand under the line where there is room, else in a list below it.
 */
export const SeamLine = ({ phases, day }: { readonly phases: readonly PhaseView[]; readonly day: Day }) => {
  const { ref, width } = useWidth<HTMLDivElement>(360);
  const now = useLanguage();
  const drawn = seam(phases, day, width);
  const labels = placeLabels(drawn.knots, { width, most: width < leastForLabels ? 0 : 3 }, useKnotWidth(day));
  const rows = labels ? Math.max(0, ...labels.map((label) => label.row + 1)) : 0;
  const to = useAddresses();
  const signOf = useSign();
  return (
    <div ref={ref} className={styles.seam}>
      <div className={styles.seamDrawing} style={{ height: axis + 10 + rows * rowHeight }}>
        <svg
          width={width}
          height={axis + 10 + rows * rowHeight}
          role="img"
          aria-label={fill(boardWords[now].lineLabel, { day: showDay(day, day, now) })}
        >
          <Stitches drawn={drawn} />
          <Today drawn={drawn} width={width} day={day} />
          {labels?.map(({ knot, row, x }) => (
            <path
              key={knot.milestone.name}
              d={`M${Math.max(x + 0.5, knot.x)} ${axis + 9}V${axis + 16 + row * rowHeight}`}
              stroke="var(--line)"
            />
          ))}
          {drawn.knots.map(({ milestone, x, row }) => (
            <g key={milestone.name} transform={`translate(${x - 8} ${axis - 8 - row * 15}) scale(1.33)`} data-tone={signOf(milestone).tone}>
              <circle cx="6" cy="6" r="6.6" fill="var(--paper)" />
              <ShapePath kind={signOf(milestone).shape} />
            </g>
          ))}
        </svg>
        <Stretches drawn={drawn} today={day} />
        {labels?.map(({ knot, x, row, width: wide }) => (
          <Link
            key={knot.milestone.name}
            to={to.milestones({ milestone: knot.milestone.name })}
            className={styles.knot}
            style={{ left: x, top: axis + 14 + row * rowHeight, width: wide + 8 }}
          >
            <MilestoneText milestone={knot.milestone} today={day} />
          </Link>
        ))}
      </div>
      {!labels && (
        <ul className={styles.knots}>
          {drawn.knots.map(({ milestone }) => (
            <li key={milestone.name}>
              <Link to={to.milestones({ milestone: milestone.name })}>
                <span data-tone={signOf(milestone).tone}>
                  <Shape kind={signOf(milestone).shape} />
                </span>
                <MilestoneText milestone={milestone} today={day} />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
