import { useState } from 'react';
import { useInspect } from '../app/context.ts';
import { useTodayWords } from './words.ts';

const key = 'xiuhua.inspect.install';

/** Offers to put the door on the home screen, where the browser can; until the person says no. */
export const InstallHint = () => {
  const t = useTodayWords();
  const install = useInspect((s) => s.install);
  const [declined, setDeclined] = useState(localStorage.getItem(key) === 'no');
  if (!install || declined) return null;
  const decline = () => {
    localStorage.setItem(key, 'no');
    setDeclined(true);
  };
  return (
    <aside className="banner">
      <p>{t('install')}</p>
      <button type="button" onClick={() => void install()}>
        {t('installNow')}
      </button>
      <button type="button" className="quiet" onClick={decline}>
        {t('installLater')}
      </button>
    </aside>
  );
};
