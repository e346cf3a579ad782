import { may } from '@xiuhua/engine';
import { useWords } from '../../shared/language.ts';
import { useAddresses, useHere } from '../campaign/here.ts';
import { useAppeals, useIndicators, useProgress } from '../campaign/queries.ts';
import { boardWords } from './words.ts';

/** One thing that waits for the reader, and where it is done. */
export interface Waiting {
  readonly key: string;
  readonly text: string;
  readonly to: string;
}

/** What waits for the reader besides findings and rankings: appeals, numbers and progress to confirm, numbers to report. */
export const useWaiting = (): readonly Waiting[] => {
  const t = useWords(boardWords);
  const { actor } = useHere();
  const to = useAddresses();
  const appeals = useAppeals().data ?? [];
  const indicators = useIndicators().data ?? [];
  const progress = useProgress().data ?? [];
  const open = appeals.filter(({ state, unit }) => state === 'open' && unit !== actor.unit).length;
  const reported = indicators.flatMap(({ readings }) => readings).filter(({ state }) => state === 'reported').length;
  const said = progress.flatMap(({ units }) => units).filter(({ newest }) => newest?.state === 'reported').length;
  const owed = indicators.flatMap(({ awaited }) => awaited).filter(({ by }) => by.includes(actor.unit)).length;
  const items: readonly (Waiting & { readonly n: number; readonly mine: boolean })[] = [
    { key: 'appeals', n: open, mine: may(actor, 'DecideAppeal'), text: t('decideAppeals', { n: open }), to: to.appeals('open') },
    {
      key: 'readings',
      n: reported,
      mine: may(actor, 'VerifyReading'),
      text: t('decideReadings', { n: reported }),
      to: to.indicators({ state: 'waiting' }),
    },
    {
      key: 'progress',
      n: said,
      mine: may(actor, 'VerifyProgress'),
      text: t('decideProgress', { n: said }),
      to: to.milestones({ state: 'waiting' }),
    },
    { key: 'owed', n: owed, mine: actor.roles.includes('unit'), text: t('decideOwed', { n: owed }), to: to.indicators() },
  ];
  return items.filter(({ n, mine }) => mine && n > 0);
};
