import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { type Json, listAt, textOf } from '../draft/json.ts';
import { freeName } from '../draft/names.ts';
import type { TrialResult } from './trial.ts';
import { useTrying } from './useTrial.ts';
import { useGone } from './Visits.tsx';
import { tryWords } from './words.ts';

/** Keeps what is tried, with what came of it, as a scenario of the plan. */
export const Record = ({ result, busy }: { readonly result: TrialResult; readonly busy: boolean }) => {
  const t = useWords(tryWords);
  const { message } = App.useApp();
  const { store } = useDesk();
  const [trying, change] = useTrying();
  const gone = useGone();
  const [name, setName] = useState<string>();
  const list = () => listAt(store.get().present, '/scenarios');
  const own = list().findIndex((one) => trying.from !== '' && textOf(one, 'name') === trying.from);
  const scenario = (called: string) => ({ name: called, ...result.tried, expects: result.expects }) as unknown as Json;
  const begin = () => {
    const [first] = trying.visits;
    const wish = first ? t('nameOf', { site: first.site, result: gone(first) }) : t('scenarios');
    setName(freeName(store.get().present, 'scenario', wish.slice(0, 60)));
  };
  const keep = () => {
    const called = freeName(store.get().present, 'scenario', (name ?? '').trim());
    store.edit({ type: 'AddClause', list: '/scenarios', value: scenario(called), index: list().length });
    change((now) => ({ ...now, from: called }));
    setName(undefined);
    void message.success(t('recorded', { name: called }));
  };
  const update = () => {
    const { tried, expects } = result;
    const value = { visits: tried.visits, rectified: tried.rectified, readings: tried.readings, missed: tried.missed, expects };
    store.edit({
      type: 'WriteClause',
      at: `/scenarios/${own}`,
      keys: ['visits', 'rectified', 'readings', 'missed', 'expects'],
      value: value as unknown as Readonly<Record<string, Json | undefined>>,
      whole: true,
    });
    void message.success(t('recorded', { name: trying.from }));
  };
  if (name !== undefined)
    return (
      <form
        className="try-record"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') keep();
        }}
      >
        <label htmlFor="try-record-name">{t('recordName')}</label>
        <Input
          id="try-record-name"
          autoFocus
          maxLength={80}
          value={name}
          onChange={({ target }) => setName(target.value)}
          onKeyDown={({ key }) => key === 'Escape' && setName(undefined)}
        />
        <Button type="primary" htmlType="submit" disabled={name.trim() === '' || busy}>
          {t('recordDone')}
        </Button>
        <Button onClick={() => setName(undefined)}>{t('cancel')}</Button>
        <p className="side-note">{t('recordHint')}</p>
      </form>
    );
  return (
    <span className="try-record-buttons">
      {own >= 0 && (
        <Button disabled={busy} onClick={update}>
          {t('update', { name: trying.from })}
        </Button>
      )}
      <Button type="primary" disabled={busy} onClick={begin}>
        {t('record')}
      </Button>
    </span>
  );
};
