import type { Day } from '@xiuhua/engine';
import { Select } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk, useDraft, useFocus } from '../desk/context.ts';
import { type Json, listAt, textOf } from '../draft/json.ts';
import { sideWords } from './words.ts';

/** The hand must rest this long before the form on the phone is built anew. */
const rest = 200;

/** The checklist the hand is at, by its place; the first while the hand is elsewhere. */
const useNear = (lists: readonly Json[]): number => {
  const { open } = useFocus();
  const place = /^\/checklists\/(\d+)/.exec(open ?? '');
  const [last, setLast] = useState(0);
  const now = place ? Number(place[1]) : last;
  useEffect(() => setLast(now), [now]);
  return Math.min(now, Math.max(0, lists.length - 1));
};

interface Shown {
  readonly plan: Json;
  readonly checklist: string;
  readonly site: string;
  readonly day: Day;
}

/** Tells the frame what to show: once it says it is ready, then whenever the hand rests. */
const useFrame = (shown: Shown) => {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<{ type?: string } | null>) => {
      if (origin === location.origin && source === frame.current?.contentWindow && data?.type === 'xiuhua-preview-ready') setReady(true);
    };
    globalThis.addEventListener('message', hear);
    return () => globalThis.removeEventListener('message', hear);
  }, []);
  const { plan, checklist, site, day } = shown;
  useEffect(() => {
    if (!ready) return;
    const timer = setTimeout(
      () => frame.current?.contentWindow?.postMessage({ type: 'xiuhua-preview', plan, checklist, site, day }, location.origin),
      rest,
    );
    return () => clearTimeout(timer);
  }, [ready, plan, checklist, site, day]);
  return frame;
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
  const frame = useFrame({ plan, checklist: name, site, day: today });
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
      <div className="phone-frame">
        <iframe ref={frame} src="/inspect/#/preview" title={t('phoneTitle', { name })} />
      </div>
    </div>
  );
};
