import { useEffect, useState } from 'react';
import { useDesk, useDraft, useFollowed } from '../desk/context.ts';
import type { Json } from '../draft/json.ts';
import { ask } from './ask.ts';
import type { Answered } from './trial.ts';
import { type Trying, tryingOf } from './trying.ts';

/** The hand must rest this long before what is tried is worked out anew. */
const rest = 120;

/** What is being tried on this desk, and the way to change it. */
export const useTrying = (): readonly [Trying, (change: (trying: Trying) => Trying) => void] => {
  const held = tryingOf(useDesk().store);
  const trying = useFollowed(held);
  return [trying, (change) => held.set(change(held.get()))];
};

/** The parts of what is tried beside its visits, as a scenario writes them: what is as usual is left out. */
const aroundOf = ({ rectified, missed, readings }: Trying) => ({
  ...(rectified === 'in-time' ? {} : { rectified }),
  ...(readings.length === 0 ? {} : { readings: readings.filter(({ indicator, period }) => indicator !== '' && period !== '') }),
  ...(missed.length === 0 ? {} : { missed: [...missed] }),
});

/** True when there is nothing to work out. */
export const isNothing = ({ visits, missed, readings }: Trying): boolean => visits.length + missed.length + readings.length === 0;

/** What comes of what is tried on the draft as it stands, worked out anew whenever the hand rests; `busy` until it is there. */
export const useTrial = (trying: Trying): { readonly answer: Answered<'trial'> | undefined; readonly busy: boolean } => {
  const plan = useDraft((draft) => draft.present);
  const [state, setState] = useState<{ of: Trying; plan: Json; answer: Answered<'trial'> }>();
  useEffect(() => {
    if (isNothing(trying)) return setState(undefined);
    let stale = false;
    const timer = setTimeout(() => {
      const visits = trying.visits.map(({ site, checklist, day, answers }) => ({ site, checklist, day, answers }));
      void ask(plan, { ask: 'trial', visits, around: aroundOf(trying) }).then((answer) => {
        if (!stale) setState({ of: trying, plan, answer });
      });
    }, rest);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [trying, plan]);
  return { answer: state?.answer, busy: !isNothing(trying) && (state?.of !== trying || state.plan !== plan) };
};
