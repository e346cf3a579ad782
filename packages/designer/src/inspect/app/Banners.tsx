import { useState } from 'react';
import { SignInSheet } from '../sign-in/SignInSheet.tsx';
import { useInspectWords } from '../words.ts';
import { useInspect } from './context.ts';

/** What the person should know before anything else: memory trouble, an expired sign-in, a newer version. */
export const Banners = ({ inForm = false }: { readonly inForm?: boolean }) => {
  const t = useInspectWords();
  const memory = useInspect((s) => s.memory);
  const signedIn = useInspect((s) => s.signedIn);
  const update = useInspect((s) => s.update);
  const [signing, setSigning] = useState(false);
  return (
    <>
      {memory !== 'fine' && (
        <div className="banner cinnabar" role="alert">
          <p>{t(memory === 'full' ? 'memoryFull' : 'memoryBroken')}</p>
          {memory === 'broken' && (
            <button type="button" onClick={() => location.reload()}>
              {t('reload')}
            </button>
          )}
        </div>
      )}
      {signedIn === 'no' && !inForm && (
        <div className="banner amber">
          <p>{t('signedOut')}</p>
          <button type="button" onClick={() => setSigning(true)}>
            {t('signInNow')}
          </button>
        </div>
      )}
      {update && !inForm && (
        <div className="banner">
          <p>{t('update')}</p>
          <button type="button" onClick={update}>
            {t('updateNow')}
          </button>
        </div>
      )}
      {signing && signedIn === 'no' && <SignInSheet onClose={() => setSigning(false)} />}
    </>
  );
};
