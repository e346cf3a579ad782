import { useRef } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { daysAhead } from '../desk/ahead.ts';
import { useDesk, useFollowed } from '../desk/context.ts';
import type { Outlook, Round } from '../desk/outlook.ts';
import { sideWords } from './words.ts';

const RoundRow = ({ round }: { readonly round: Round }) => {
  const t = useWords(sideWords);
  const language = useLanguage();
  const { today } = useDesk();
  const day = (d: string) => showDay(d, today, language);
  return (
    <li className="round">
      <span className="round-day">{day(round.from)}</span>
      <span>
        <b>{round.schedule}</b> <span className="side-note">{t('sitesCount', { n: round.sites.length })}</span>
        <span className="side-note round-due"> · {round.due === round.from ? t('sameDay') : t('until', { day: day(round.due) })}</span>
        {round.planned !== round.from && <em>{t('rolled', { day: day(round.planned) })}</em>}
        {round.provisional && <em className="is-provisional">{t('provisional')}</em>}
      </span>
    </li>
  );
};

/** What the plan brings: the inspections of the next weeks, with those a holiday moves. */
export const Calendar = () => {
  const t = useWords(sideWords);
  const { ahead: now } = useFollowed(useDesk().checked);
  const last = useRef<Outlook>(undefined);
  if (now) last.current = now;
  const ahead = last.current;
  if (!ahead) return <p className="side-note">{t('calendarNone')}</p>;
  return (
    <div className="rounds">
      <p className="side-note">{now ? t('calendarIntro', { n: daysAhead, count: ahead.count }) : t('calendarStale')}</p>
      {ahead.rounds.length === 0 && <p>{t('noDuties', { n: daysAhead })}</p>}
      <ol>
        {ahead.rounds.map((round) => (
          <RoundRow key={`${round.from}${round.schedule}${round.due}`} round={round} />
        ))}
      </ol>
    </div>
  );
};
