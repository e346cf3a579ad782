import { useEffect, useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/language.ts';
import { useInspect, usePocket } from '../app/context.ts';
import { todayOf } from '../app/pocket.ts';
import { addressOf } from '../app/route.ts';
import { FillForm } from './FillForm.tsx';
import { type Opened, openForm } from './open.ts';
import { useFillWords } from './words.ts';

const Message = ({ text, to, action }: { readonly text: string; readonly to?: 'today' | 'outbox'; readonly action?: string }) => (
  <main className="empty">
    <p>{text}</p>
    {to && (
      <a className="button primary wide" href={addressOf({ screen: to })}>
        {action}
      </a>
    )}
  </main>
);

/** The form of a duty, or why there is none. */
export const Fill = ({ duty }: { readonly duty: string }) => {
  const t = useFillWords();
  const language = useLanguage();
  const pocket = usePocket();
  const slip = useInspect((s) => s.slip);
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    let here = true;
    void openForm(pocket, duty).then(
      (result) => here && setOpened(result),
      () => pocket.state.set({ memory: 'broken' }),
    );
    return () => {
      here = false;
    };
  }, [pocket, duty]);
  switch (opened?.kind) {
    case undefined:
      return <Message text={t('opening')} />;
    case 'unknown':
      return <Message text={t('unknown')} to="today" action={t('toToday')} />;
    case 'already':
      return <Message text={t('already')} to="outbox" action={t('toOutbox')} />;
    case 'not-here':
      return <Message text={t('notHere')} to="today" action={t('toToday')} />;
    case 'not-yet':
      return <Message text={t('notYet', { day: showDay(opened.from, todayOf(slip), language) })} to="today" action={t('toToday')} />;
    case 'open':
      return <FillForm key={duty} open={opened} />;
  }
};
