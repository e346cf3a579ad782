import { Button } from 'antd';
import type { ReactNode } from 'react';
import { Refused } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { useHere } from './campaign/here.ts';
import { usePlan } from './campaign/queries.ts';
import { Nothing } from './parts/Nothing.tsx';
import { doorWords } from './words.ts';

/** The pages of a campaign whose plan is in force; before that, a word on what has to happen first. */
export const Begun = ({ children }: { readonly children: ReactNode }) => {
  const t = useWords(doorWords);
  const { campaign, actor } = useHere();
  const { error } = usePlan();
  if (!(error instanceof Refused && error.status === 404)) return children;
  const mayIssue = actor.roles.includes('office');
  return (
    <Nothing action={mayIssue && <Button href={`/design/${encodeURIComponent(campaign)}`}>{t('toDesign')}</Button>}>
      {t('notStarted')}
      {!mayIssue && t('waitOffice')}
    </Nothing>
  );
};
