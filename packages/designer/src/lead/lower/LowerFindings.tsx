import type { LowerView } from '@xiuhua/engine';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { lowerWords } from './words.ts';

/** How many findings of a lower plan are not closed, and how many of them are overdue; each number opens exactly those. */
export const LowerFindings = ({ id, view }: { readonly id: string; readonly view: LowerView }) => {
  const t = useWords(lowerWords);
  const to = addresses(id);
  const { open, overdue } = view.findings;
  return (
    <>
      <Link to={to.findings({ state: 'open' })}>{t('openFindings', { n: open })}</Link>
      {' · '}
      <Link to={to.findings({ state: 'open', overdue: 'yes' })}>{t('overdueFindings', { n: overdue })}</Link>
    </>
  );
};
