import { useState } from 'react';
import { useInspect, usePocket } from '../app/context.ts';
import { Sheet } from '../app/Sheet.tsx';
import { signOut } from '../app/sign-in.ts';
import { useSettingsWords } from './words.ts';

/** Signs out; with something unsent it first says what stays behind. */
export const SignOut = () => {
  const t = useSettingsWords();
  const pocket = usePocket();
  const unsent = useInspect((s) => s.items).filter((i) => i.state !== 'delivered').length;
  const drafts = useInspect((s) => s.drafts).length;
  const [asking, setAsking] = useState(false);
  const [noLine, setNoLine] = useState(false);
  const out = async () => {
    setAsking(false);
    setNoLine((await signOut(pocket)).kind === 'no-line');
  };
  return (
    <>
      <button type="button" onClick={() => (unsent + drafts > 0 ? setAsking(true) : void out())}>
        {t('signOut')}
      </button>
      {noLine && (
        <p className="wrong" role="alert">
          {t('noLine')}
        </p>
      )}
      {asking && (
        <Sheet title={t('signOut')} onClose={() => setAsking(false)}>
          <p>{t('unsent', { n: unsent, drafts })}</p>
          <div className="actions">
            <button type="button" onClick={() => void out()}>
              {t('signOutAnyway')}
            </button>
            <button type="button" className="primary" onClick={() => setAsking(false)}>
              {t('stay')}
            </button>
          </div>
        </Sheet>
      )}
    </>
  );
};
