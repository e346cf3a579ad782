import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import { listAt, textOf } from '../draft/json.ts';
import { newVisit } from './newVisit.ts';
import { type TryingVisit, withoutVisit, withVisit } from './trying.ts';
import { useTrying } from './useTrial.ts';
import { VisitForm } from './VisitForm.tsx';
import { tryWords } from './words.ts';

/** How a visit went, in a word. */
export const useGone = () => {
  const t = useWords(tryWords);
  return ({ answers }: Pick<TryingVisit, 'answers'>): string => {
    const failed = Object.values(answers).filter(({ result }) => result === 'fail').length;
    return failed > 0 ? t('failed', { n: failed }) : t('fine');
  };
};

const VisitTab = ({ visit }: { readonly visit: TryingVisit }) => {
  const t = useWords(tryWords);
  const language = useLanguage();
  const { today } = useDesk();
  const [trying, change] = useTrying();
  const gone = useGone();
  const current = trying.current === visit.id;
  return (
    <li className={current ? 'try-visit is-current' : 'try-visit'}>
      <button type="button" aria-current={current ? 'true' : undefined} onClick={() => change((now) => ({ ...now, current: visit.id }))}>
        <b>{visit.site}</b>
        <span>
          {showDay(visit.day, today, language)} · {gone(visit)}
        </span>
      </button>
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        aria-label={t('remove', { site: visit.site })}
        onClick={() => change((now) => withoutVisit(now, visit.id))}
      />
    </li>
  );
};

/** Sites asked about for one that the plan sends somebody to. */
const mostAsked = 12;

/** Adds a visit to a site nobody has gone to yet, on the first day the plan sends somebody. */
const useAdd = () => {
  const t = useWords(tryWords);
  const { message } = App.useApp();
  const { store, today } = useDesk();
  const [trying, change] = useTrying();
  return async () => {
    const plan = store.get().present;
    const sites = listAt(plan, '/places/sites').map((site) => textOf(site, 'name'));
    const fresh = sites.filter((name) => trying.visits.every((visit) => visit.site !== name));
    const from = trying.visits.at(-1)?.day ?? today;
    let next = await newVisit(plan, fresh[0] ?? sites[0] ?? '', from);
    for (const site of fresh.slice(1, mostAsked)) if (!next.planned) next = await newVisit(plan, site, from);
    change((now) => withVisit(now, { ...next.visit, answers: {} }));
    if (!next.planned) void message.info(t('neverSent', { site: next.visit.site }));
  };
};

/** The visits being tried, and the form of one of them on the phone. */
export const Visits = () => {
  const t = useWords(tryWords);
  const [trying] = useTrying();
  const add = useAdd();
  const possible = useDraft(({ present }) => listAt(present, '/places/sites').length > 0 && listAt(present, '/checklists').length > 0);
  const current = trying.visits.find(({ id }) => id === trying.current);
  if (!possible) return <p className="try-empty">{t('noSites')}</p>;
  if (trying.visits.length === 0)
    return (
      <div className="try-empty">
        <p>{t('emptyText')}</p>
        <Button type="primary" onClick={() => void add()}>
          {t('begin')}
        </Button>
      </div>
    );
  return (
    <>
      <h3>{t('visits')}</h3>
      <ul className="try-visits">
        {trying.visits.map((visit) => (
          <VisitTab key={visit.id} visit={visit} />
        ))}
      </ul>
      <Button size="small" type="dashed" icon={<PlusOutlined />} onClick={() => void add()}>
        {t('add')}
      </Button>
      {current && <VisitForm key={current.id} visit={current} />}
    </>
  );
};
