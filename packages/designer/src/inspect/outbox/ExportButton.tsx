import { useState } from 'react';
import { useInspect, usePocket } from '../app/context.ts';
import { serverNow } from '../app/pocket.ts';
import { download, exportUnsent } from '../send/export.ts';
import { useOutboxWords } from './words.ts';

/** Saves everything unsent as one file. */
export const ExportButton = () => {
  const t = useOutboxWords();
  const pocket = usePocket();
  const session = useInspect((s) => s.session);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!session) return;
    setBusy(true);
    try {
      download(await exportUnsent(pocket.device, session.account.id, serverNow(pocket)));
    } catch {
      pocket.state.set({ memory: 'broken' });
    }
    setBusy(false);
  };
  return (
    <aside className="export">
      <button type="button" className="wide" disabled={busy} onClick={() => void save()}>
        {t(busy ? 'exporting' : 'exportOne')}
      </button>
      <p className="note">{t('exportNote')}</p>
    </aside>
  );
};
