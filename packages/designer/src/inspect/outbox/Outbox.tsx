import { Banners } from '../app/Banners.tsx';
import { useInspect, usePocket } from '../app/context.ts';
import { addressOf } from '../app/route.ts';
import { StatusLine } from '../app/StatusLine.tsx';
import { send } from '../app/sending.ts';
import { countsOf } from '../app/status.ts';
import { Tabs } from '../app/Tabs.tsx';
import type { Draft, OutboxItem } from '../device/records.ts';
import { shownAs } from '../send/progress.ts';
import { useInspectWords } from '../words.ts';
import { ExportButton } from './ExportButton.tsx';
import { ItemCard } from './ItemCard.tsx';
import { TakeBackButton } from './TakeBackButton.tsx';
import { useOutboxWords } from './words.ts';

/** The button that sends, with how many; and how the last round ended when it did not go well. */
const SendNow = () => {
  const t = useOutboxWords();
  const pocket = usePocket();
  const items = useInspect((s) => s.items);
  const sending = useInspect((s) => s.sending);
  const lastRound = useInspect((s) => s.lastRound);
  const waiting = items.filter((i) => i.state === 'waiting').length;
  const trouble = waiting > 0 && !sending ? lastRound : null;
  return (
    <div className="send-now">
      <button type="button" className="primary wide" disabled={waiting === 0 || sending !== null} onClick={() => void send(pocket, true)}>
        {sending ? t('sending', sending) : waiting ? t('sendNow', { n: waiting }) : t('sendNone')}
      </button>
      <p className="note" role="status">
        {trouble === 'no-line' && t('noLine')}
        {trouble === 'other-account' && t('otherAccount')}
      </p>
    </div>
  );
};

const DraftRow = ({ draft }: { readonly draft: Draft }) => {
  const t = useOutboxWords();
  const shared = useInspectWords();
  const done = Object.values(draft.answers).filter((a) => a.result).length;
  return (
    <li className="item">
      <h3>{draft.duty.site}</h3>
      <p className="note">{[draft.duty.checklist, t('answered', { done }), shared('version', { n: draft.version })].join(' · ')}</p>
      <a className="button" href={addressOf({ screen: 'fill', duty: draft.duty.id })}>
        {t('continueDraft')}
      </a>
    </li>
  );
};

const shapes = { attention: '▲', waiting: '◐', delivered: '●' } as const;
const tones = { attention: 'amber', waiting: 'indigo', delivered: 'jade' } as const;

const Items = ({ kind, items }: { readonly kind: 'attention' | 'waiting' | 'delivered'; readonly items: readonly OutboxItem[] }) => {
  const t = useOutboxWords();
  const own = items.filter((i) => shownAs(i) === kind);
  if (own.length === 0) return null;
  return (
    <section>
      <h2 className={`group text-${tones[kind]}`}>
        <span aria-hidden="true">{shapes[kind]} </span>
        {t(kind)} <span className="number">{own.length}</span>
        {kind === 'delivered' && <small> {t('deliveredNote')}</small>}
      </h2>
      <ul className="items">
        {(kind === 'delivered' ? [...own].reverse() : own).map((item) => (
          <ItemCard key={item.submission} item={item} />
        ))}
      </ul>
    </section>
  );
};

/** Everything finished, and how far it got: what needs a person first, then what waits, drafts, and what arrived. */
export const Outbox = () => {
  const t = useOutboxWords();
  const shared = useInspectWords();
  const items = useInspect((s) => s.items);
  const drafts = useInspect((s) => s.drafts).filter((d) => Object.keys(d.answers).length > 0);
  const { waiting, attention } = countsOf({ items });
  const isEmpty = items.length === 0 && drafts.length === 0;
  return (
    <div className="screen">
      <header className="bar">
        <h1>{shared('outbox')}</h1>
        <StatusLine />
      </header>
      <main>
        <Banners />
        {!isEmpty && <SendNow />}
        <Items kind="attention" items={items} />
        <Items kind="waiting" items={items} />
        {drafts.length > 0 && (
          <section>
            <h2 className="group text-violet">
              <span aria-hidden="true">◇ </span>
              {t('drafts')} <span className="number">{drafts.length}</span>
            </h2>
            <ul className="items">
              {drafts.map((draft) => (
                <DraftRow key={draft.id} draft={draft} />
              ))}
            </ul>
          </section>
        )}
        <Items kind="delivered" items={items} />
        {isEmpty && (
          <div className="empty">
            <p>{t('nothing')}</p>
            <a className="button" href={addressOf({ screen: 'today' })}>
              {t('toToday')}
            </a>
          </div>
        )}
        {waiting + attention + drafts.length > 0 && <ExportButton />}
        <TakeBackButton />
      </main>
      <Tabs at="outbox" />
    </div>
  );
};
