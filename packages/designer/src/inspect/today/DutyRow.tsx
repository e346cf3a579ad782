import { type Day, daysBetween } from '@xiuhua/engine';
import { memo } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/language.ts';
import { Icon } from '../app/Icon.tsx';
import { addressOf } from '../app/route.ts';
import type { Site } from '../device/records.ts';
import { type Row, whenOf } from './list.ts';
import { useTodayWords } from './words.ts';

const useDeadline = (row: Row, today: Day): { readonly text: string; readonly tone: string; readonly shape: string } => {
  const t = useTodayWords();
  const now = useLanguage();
  const { duty, state } = row;
  const clock = duty.clock ?? '';
  if (row.returned) return { text: t('returned'), tone: 'amber', shape: '▲' };
  const day = (d: Day) => showDay(d, today, now);
  if (state === 'done') return { text: t('done'), tone: 'jade', shape: '●' };
  if (state === 'waiting') return { text: t('waiting'), tone: 'indigo', shape: '◐' };
  if (state === 'not-yet') return { text: t('opensOn', { day: day(duty.from) }), tone: 'plain', shape: '◇' };
  switch (whenOf(row, today)) {
    case 'overdue':
      return { text: t('overdueBy', { n: daysBetween(duty.due, today) }), tone: 'cinnabar', shape: '■' };
    case 'today':
      return { text: clock ? t('dueNowBy', { clock }) : t('dueNow'), tone: 'amber', shape: '▲' };
    default:
      return { text: t(clock ? 'dueOnBy' : 'dueOn', { day: day(duty.due), clock }), tone: 'plain', shape: '◇' };
  }
};

/** What stands under the name when there is more to say: a draft, an item that needs a person, a day that may move. */
const useRemark = (
  { state, duty, answered, elsewhere }: Row,
  questions: number | undefined,
): { readonly text: string; readonly tone: string } | undefined => {
  const t = useTodayWords();
  if (state === 'attention') return { text: `▲ ${t('attention')}`, tone: 'amber' };
  if (state === 'draft' && elsewhere) return { text: `▲ ${t('doneElsewhere')}`, tone: 'amber' };
  if (state === 'draft' && questions) return { text: `◐ ${t('draft', { done: answered, of: questions })}`, tone: 'violet' };
  if (state === 'draft') return { text: `◐ ${t('draftNoCount', { done: answered })}`, tone: 'violet' };
  return duty.provisional && state === 'to-do' ? { text: `◇ ${t('provisional')}`, tone: 'violet' } : undefined;
};

/** Where a press on the row leads: to the form, to the outbox for what is on its way, nowhere when there is nothing to do. */
const leadsTo = (row: Row): string | undefined => {
  if (row.state === 'not-yet' || (row.state === 'done' && !row.item)) return undefined;
  if (row.state === 'to-do' || row.state === 'returned' || row.state === 'draft') return addressOf({ screen: 'fill', duty: row.duty.id });
  return addressOf({ screen: 'outbox' });
};

interface DutyRowProps {
  readonly row: Row;
  readonly today: Day;
  readonly site: Site | undefined;
  readonly questions: number | undefined;
}

/** One duty: the site, what is looked at there, by when, and how far it is. */
export const DutyRow = memo(({ row, today, site, questions }: DutyRowProps) => {
  const deadline = useDeadline(row, today);
  const remark = useRemark(row, questions);
  const href = leadsTo(row);
  const Line = href ? 'a' : 'div';
  return (
    <li>
      <Line className="duty" href={href}>
        <span className="duty-name">{row.duty.site}</span>
        <span className={`duty-due text-${deadline.tone}`}>
          <span aria-hidden="true">{deadline.shape} </span>
          {deadline.text}
        </span>
        <span className="duty-what">{[row.duty.checklist, site?.address ?? site?.area].filter(Boolean).join(' · ')}</span>
        {remark && <span className={`duty-remark text-${remark.tone}`}>{remark.text}</span>}
        {href && <Icon name="next" />}
      </Line>
    </li>
  );
});
