import { type LedgerRow, ledgerTable } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { useState } from 'react';
import { get } from '../../shared/api.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { campaignPath } from '../campaign/queries.ts';
import { csvText } from './csv.ts';
import { moveWords } from './move-words.ts';

/** Hands the reader a file made on this page. */
const handOver = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
};

/** Downloads the ledger of findings the reader may see, as of the day on the screen. */
export const LedgerButton = () => {
  const t = useWords(moveWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const { campaign, today, asOf, title } = useHere();
  const [busy, setBusy] = useState(false);
  const download = async () => {
    setBusy(true);
    try {
      const rows = await get<readonly LedgerRow[]>(campaignPath(campaign, `/ledger${asOf ? `?day=${asOf}` : ''}`));
      handOver(`${title} ${t('ledger')} ${today}.csv`, csvText(ledgerTable(rows, now)));
    } catch (error) {
      void message.error((error as Error).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void download()}>
      {t('download')}
    </Button>
  );
};
