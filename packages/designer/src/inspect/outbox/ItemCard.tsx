import { clockOf, dayOf, type Instant } from '@xiuhua/engine';
import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage } from '../../shared/language.ts';
import { useInspect, usePocket } from '../app/context.ts';
import { PhotoImage } from '../app/PhotoImage.tsx';
import { reload, serverNow, todayOf } from '../app/pocket.ts';
import { addressOf, go } from '../app/route.ts';
import { putAside, sendAgain } from '../app/sending.ts';
import { reopenItem } from '../device/drafts.ts';
import type { OutboxItem } from '../device/records.ts';
import { commandOf, draftAgain } from '../fill/draft.ts';
import { shownAs } from '../send/progress.ts';
import { useInspectWords } from '../words.ts';
import { useOutboxWords } from './words.ts';

const useMoment = () => {
  const slip = useInspect((s) => s.slip);
  const language = useLanguage();
  return (at: Instant): string => `${showDay(dayOf(at), todayOf(slip), language)} ${clockOf(at)}`;
};

/** Why an item needs a person, in words. */
const Trouble = ({ item }: { readonly item: OutboxItem }) => {
  const t = useOutboxWords();
  if (!item.trouble) return null;
  return (
    <div className="trouble">
      <p>{t(item.trouble.kind)}</p>
      {item.trouble.words.map((word) => (
        <p key={word}>{word}</p>
      ))}
    </div>
  );
};

/** What a person can do with an item that needs one. */
const Actions = ({ item }: { readonly item: OutboxItem }) => {
  const t = useOutboxWords();
  const pocket = usePocket();
  const [taken, setTaken] = useState(false);
  const reopen = async () => {
    const draft = draftAgain(item, serverNow(pocket));
    if (!(await reopenItem(pocket.device, item.submission, draft))) return setTaken(true);
    await reload(pocket);
    pocket.tell();
    go({ screen: 'fill', duty: item.duty.id });
  };
  return (
    <>
      <div className="actions">
        {item.trouble?.kind === 'refused' && (
          <button type="button" onClick={() => void reopen()}>
            {t('reopen')}
          </button>
        )}
        {item.trouble?.kind === 'conflict' ? (
          <button type="button" onClick={() => void putAside(pocket, item.submission)}>
            {t('aside')}
          </button>
        ) : (
          <button type="button" onClick={() => void sendAgain(pocket, item.submission)}>
            {t('again')}
          </button>
        )}
      </div>
      {taken && (
        <p className="wrong" role="alert">
          {t('reopenTaken')} <a href={addressOf({ screen: 'fill', duty: item.duty.id })}>{item.duty.site}</a>
        </p>
      )}
    </>
  );
};

/** One finished checklist: what it says in short, and where it stands on its way. */
export const ItemCard = ({ item }: { readonly item: OutboxItem }) => {
  const t = useOutboxWords();
  const shared = useInspectWords();
  const moment = useMoment();
  const plan = useInspect((s) => s.plan);
  const { answers } = commandOf(item);
  const fail = Object.values(answers).filter((a) => a.result === 'fail').length;
  const facts = [item.duty.checklist, t('counts', { fail, of: Object.keys(answers).length })];
  if (item.photos.length) facts.push(t('photos', { n: item.photos.length }));
  if (plan && plan.version !== item.version) facts.push(shared('version', { n: item.version }));
  return (
    <li className="item" data-state={item.state}>
      <h3>{item.duty.site}</h3>
      <p className="note">{facts.join(' · ')}</p>
      <p className="note">
        {item.delivered && item.receipt
          ? t('took', { when: moment(item.receipt.at), seq: item.receipt.seq })
          : t('filled', { when: moment(item.finalised) })}
      </p>
      {item.photos.length > 0 && (
        <div className="photos">
          {item.photos.map((hash) => (
            <PhotoImage key={hash} hash={hash} alt="" />
          ))}
        </div>
      )}
      <Trouble item={item} />
      {shownAs(item) === 'attention' && <Actions item={item} />}
    </li>
  );
};
