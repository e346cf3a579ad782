import { Segmented } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { Around } from './Around.tsx';
import { Outcome } from './Outcome.tsx';
import { RehearsalView } from './RehearsalView.tsx';
import { Scenarios } from './Scenarios.tsx';
import { useTrial, useTrying } from './useTrial.ts';
import { Visits } from './Visits.tsx';
import { tryWords } from './words.ts';
import './try.css';

const TryOnce = () => {
  const [trying] = useTrying();
  const { answer, busy } = useTrial(trying);
  return (
    <div className="try-once">
      <div className="try-input">
        <Visits />
        <Around />
      </div>
      <div className="try-result" aria-busy={busy}>
        <Outcome answer={answer} busy={busy} />
      </div>
      <aside className="try-kept">
        <Scenarios />
      </aside>
    </div>
  );
};

/** The plan tried before it is in force: invented visits with what comes of them, or the whole campaign rehearsed. */
export const TryView = () => {
  const t = useWords(tryWords);
  const [page, setPage] = useState<'once' | 'campaign'>('once');
  const pages = (['once', 'campaign'] as const).map((value) => ({ value, label: t(value) }));
  return (
    <section className="try" aria-labelledby="try-title">
      <header className="try-head">
        <div>
          <h2 id="try-title">{t('title')}</h2>
          <p className="section-note">{t('note')}</p>
        </div>
        <Segmented aria-label={t('title')} options={pages} value={page} onChange={setPage} />
      </header>
      {page === 'once' ? <TryOnce /> : <RehearsalView />}
    </section>
  );
};
