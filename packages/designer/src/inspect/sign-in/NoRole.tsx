import { useState } from 'react';
import { usePocket } from '../app/context.ts';
import { signOut } from '../app/sign-in.ts';
import { useSignInWords } from './words.ts';

/** For somebody who inspects nowhere: says so and leads on. */
export const NoRole = ({ name }: { readonly name: string }) => {
  const t = useSignInWords();
  const pocket = usePocket();
  const [noLine, setNoLine] = useState(false);
  return (
    <main className="empty">
      <p>{t('noRole', { name })}</p>
      <a className="button primary wide" href="/">
        {t('doors')}
      </a>
      <button type="button" className="wide" onClick={() => void signOut(pocket).then((end) => setNoLine(end.kind === 'no-line'))}>
        {t('signOut')}
      </button>
      {noLine && (
        <p className="wrong" role="alert">
          {t('signOutNoLine')}
        </p>
      )}
    </main>
  );
};
