import { useEffect } from 'react';
import { useInspectWords } from '../words.ts';
import { useInspect, usePocket } from './context.ts';

const shownFor = 8000;

/** A short word on what just happened, with an undo where there is one. It goes by itself. */
export const Toast = () => {
  const t = useInspectWords();
  const { state } = usePocket();
  const notice = useInspect((s) => s.notice);
  useEffect(() => {
    if (!notice) return undefined;
    const timer = setTimeout(() => state.set({ notice: null }), shownFor);
    return () => clearTimeout(timer);
  }, [notice, state]);
  return (
    <div className="toast" role="status">
      {notice && (
        <p>
          {notice.text}
          {notice.undo && (
            <button type="button" onClick={notice.undo}>
              {t('undo')}
            </button>
          )}
        </p>
      )}
    </div>
  );
};
