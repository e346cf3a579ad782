import type { Problem } from '@xiuhua/engine';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import type { Json } from '../draft/json.ts';
import { fixFor } from './fixes.ts';
import { sideWords } from './words.ts';

/** Puts a problem right at one press, where there is one obvious way to; one edit, which can be undone. */
export const FixButton = ({ plan, problem }: { readonly plan: Json; readonly problem: Problem }) => {
  const t = useWords(sideWords);
  const { store, hand } = useDesk();
  const fix = useMemo(() => fixFor(plan, problem), [plan, problem]);
  if (!fix) return null;
  const mend = () => {
    hand.close();
    const now = fixFor(store.get().present, problem);
    if (now) store.edit(now.edit);
  };
  return (
    <Button size="small" className="problem-fix" onClick={mend}>
      {t(fix.word, fix.params)}
    </Button>
  );
};
