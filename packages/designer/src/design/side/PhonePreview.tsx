import { Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk, useDraft, useFocus } from '../desk/context.ts';
import { type Json, listAt, textOf } from '../draft/json.ts';
import { PhoneFrame } from './PhoneFrame.tsx';
import { sideWords } from './words.ts';

/** The checklist the hand is at, by its place; the first while the hand is elsewhere. */
const useNear = (lists: readonly Json[]): number => {
  const { open } = useFocus();
  const place = /^\/checklists\/(\d+)/.exec(open ?? '');
  const [last, setLast] = useState(0);
  const now = place ? Number(place[1]) : last;
  useEffect(() => setLast(now), [now]);
  return Math.min(now, Math.max(0, lists.length - 1));
};

/** A checklist as inspectors will have it on the phone: the real forms of the inspect door, to be filled in as one builds. */
export const PhonePreview = () => {
  const t = useWords(sideWords);
  const { today } = useDesk();
  const plan = useDraft((draft) => draft.present);
  const lists = listAt(plan, '/checklists');
  const near = useNear(lists);
  const [chosen, choose] = useState<string>();
  const list = lists[near];
  const [name, kind] = [textOf(list, 'name'), textOf(list, 'for')];
  const sites = useMemo(
    () =>
      listAt(plan, '/places/sites')
        .filter((site) => textOf(site, 'class') === kind)
        .map((site) => textOf(site, 'name')),
    [plan, kind],
  );
  const site = chosen !== undefined && sites.includes(chosen) ? chosen : (sites[0] ?? '');
  const shown = useMemo(() => ({ plan, checklist: name, site, day: today }), [plan, name, site, today]);
  if (lists.length === 0) return <p className="side-note">{t('phoneNone')}</p>;
  return (
    <div className="phone-preview">
      <p className="side-note">{t('phoneNote', { name })}</p>
      {sites.length > 0 && (
        <Select
          size="small"
          className="wide"
          aria-label={t('phoneSite')}
          showSearch
          value={site}
          options={sites.map((value) => ({ value, label: value }))}
          onChange={choose}
        />
      )}
      <PhoneFrame shown={shown} title={t('phoneTitle', { name })} />
    </div>
  );
};
