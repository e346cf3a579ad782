import { daysOf, periodBefore, periodOf, sayPeriod } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { useNavigate } from 'react-router';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { oversees, useAddresses, useHere, useMay } from '../campaign/here.ts';
import { useFindings, useLookBacks, usePlan } from '../campaign/queries.ts';
import { moveWords } from './move-words.ts';

/** Draws the look-back of the period before this one, while it is not drawn and something was closed in it. */
export const LookBackButton = () => {
  const t = useWords(moveWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const { actor, today } = useHere();
  const to = useAddresses();
  const go = useNavigate();
  const may = useMay('DrawLookBack');
  const rule = usePlan().data?.plan.findings.lookBack;
  const drawn = useLookBacks(may && oversees(actor)).data;
  const command = useCommand();
  const period = rule && periodBefore(periodOf(rule.every, today));
  const { first, last } = period ? daysOf(period) : { first: today, last: today };
  const closed = useFindings({ state: 'closed', closed: `${first}..${last}`, limit: 20 }, may && period !== undefined).data?.findings ?? [];
  if (!may || !period || !drawn) return null;
  if (!closed.some((one) => one.course) || drawn.some((one) => one.period === period)) return null;
  const draw = () =>
    command.mutate(
      { type: 'DrawLookBack', period },
      {
        onSuccess: ([event]) => {
          const fact = event?.fact;
          void message.success(t('drew', { n: fact?.type === 'LookBackDrawn' ? fact.drawn.length : 0 }));
          void go(to.findings({ state: 'drawn' }));
        },
        onError: (error) => void message.error(error.message),
      },
    );
  return (
    <Button loading={command.isPending} onClick={draw}>
      {t('draw', { period: sayPeriod(period, now) })}
    </Button>
  );
};
