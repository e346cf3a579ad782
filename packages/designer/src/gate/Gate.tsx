import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { get } from '../shared/api.ts';
import { setLanguage, useLanguage, useWords } from '../shared/language.ts';
import { Mark } from '../shared/Mark.tsx';
import { isSignedOut, useSession } from '../shared/session.ts';
import { sharedWords } from '../shared/words.ts';
import { ChooseDoor } from './ChooseDoor.tsx';
import { Setup } from './Setup.tsx';
import { SignIn } from './SignIn.tsx';
import { gateWords } from './words.ts';

/** The frame of the gate: mark, what the product is for, the language switch, and one thing to do. */
const Frame = ({ children }: { readonly children: ReactNode }) => {
  const t = useWords(gateWords);
  const shared = useWords(sharedWords);
  const now = useLanguage();
  return (
    <div className="gate">
      <header className="gate-bar">
        <span className="gate-mark">
          <Mark size={32} /> <b>{shared('product')}</b>
        </span>
        <button
          type="button"
          className="gate-plain"
          lang={now === 'zh' ? 'en' : 'zh-CN'}
          onClick={() => setLanguage(now === 'zh' ? 'en' : 'zh')}
        >
          {t('language')}
        </button>
      </header>
      <main className="gate-main">{children}</main>
    </div>
  );
};

/** The sign-in page and the choice of doors; on the very first start, the form that makes the first administrator. */
export const Gate = () => {
  const t = useWords(gateWords);
  const session = useSession({ guard: false });
  const out = isSignedOut(session.error);
  const setup = useQuery({ queryKey: ['setup'], queryFn: () => get<{ needed: boolean }>('/setup'), enabled: out });
  if (session.data) return <Frame>{<ChooseDoor session={session.data} />}</Frame>;
  if (session.isPending || (out && setup.isPending))
    return (
      <Frame>
        <p className="gate-wait" role="status">
          {t('opening')}
        </p>
      </Frame>
    );
  if (out && setup.data) return <Frame>{setup.data.needed ? <Setup /> : <SignIn />}</Frame>;
  return (
    <Frame>
      <div className="gate-card gate-away" role="alert">
        <p>{t('away')}</p>
        <button type="button" className="gate-primary" onClick={() => void (out ? setup.refetch() : session.refetch())}>
          {t('retry')}
        </button>
      </div>
    </Frame>
  );
};
