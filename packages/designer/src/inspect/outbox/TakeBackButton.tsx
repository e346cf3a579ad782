import { useState } from 'react';
import { readPhoneFile } from '../../shared/phone-file.ts';
import { useInspect, usePocket } from '../app/context.ts';
import { reload, serverNow } from '../app/pocket.ts';
import { send } from '../app/sending.ts';
import { isFull } from '../device/base.ts';
import { takeBack } from '../send/take-back.ts';
import { useOutboxWords } from './words.ts';

interface Said {
  readonly good: boolean;
  readonly text: string;
}

/** Takes a file that a phone saved back into this one, for the inspector whose file it is. */
export const TakeBackButton = () => {
  const t = useOutboxWords();
  const pocket = usePocket();
  const account = useInspect((s) => s.session?.account.id);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const take = async (file: File): Promise<Said> => {
    const read = readPhoneFile(await file.text());
    if (typeof read === 'string') return { good: false, text: t('backBad') };
    if (read.account !== account) return { good: false, text: t('backOther') };
    try {
      const { unreadable, ...taken } = await takeBack(pocket.device, read, serverNow(pocket));
      await reload(pocket);
      pocket.tell();
      void send(pocket);
      const left = unreadable > 0 ? t('backUnreadable', { n: unreadable }) : '';
      return { good: unreadable === 0, text: `${t('backDone', taken)}${left}` };
    } catch (error) {
      if (!isFull(error)) pocket.state.set({ memory: 'broken' });
      return { good: false, text: t('backFull') };
    }
  };
  const choose = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (!file) return;
    setBusy(true);
    setSaid(await take(file));
    input.value = '';
    setBusy(false);
  };
  return (
    <aside className="export">
      <label className="button wide">
        <input
          type="file"
          accept="application/json,.json"
          className="hidden"
          disabled={busy}
          onChange={(event) => void choose(event.target)}
        />
        {t(busy ? 'backBusy' : 'backOne')}
      </label>
      <p className="note">{t('backNote')}</p>
      <p role="status" className={said?.good ? 'text-jade' : 'text-amber'}>
        {said && `${said.good ? '●' : '▲'} ${said.text}`}
      </p>
    </aside>
  );
};
