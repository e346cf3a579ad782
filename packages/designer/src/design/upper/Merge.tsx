import { type Clash, type CompiledPlan, compilePlan, type Difference, type Rebased, rebase, say, sayChange } from '@xiuhua/engine';
import { App, Modal, Radio } from 'antd';
import { useMemo, useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useEdit } from '../desk/context.ts';
import { isObject, type Json } from '../draft/json.ts';
import { schemaAt } from '../draft/schema.ts';
import { Sign } from '../side/Sign.tsx';
import { useUpper } from './upper.ts';
import { mergeWords } from './words.ts';

/** From which version of an upper plan to which. */
export interface Amendment {
  readonly from: CompiledPlan;
  readonly to: string;
}

/** What a change is in: the clause by its name, else the section. */
const useHeading = (): ((change: Difference) => string) => {
  const t = useWords(mergeWords);
  const language = useLanguage();
  return ({ clause, section }) => {
    const shape = section === '' ? undefined : schemaAt(`/${section}`);
    return clause.name || (language === 'en' ? shape?.en?.title : shape?.title) || t('head');
  };
};

interface ChoiceProps {
  readonly clash: Clash;
  readonly taken: boolean;
  readonly choose: (taken: boolean) => void;
}

/** One place that both changed: the two wordings, and which is to stand. */
const Choice = ({ clash, taken, choose }: ChoiceProps) => {
  const t = useWords(mergeWords);
  const language = useLanguage();
  const heading = useHeading();
  const { source } = clash.upper.clause;
  return (
    <li>
      <p className="merge-clause">
        {heading(clash.upper)} <span className="side-note">{source}</span>
      </p>
      <Radio.Group
        value={taken}
        onChange={({ target }) => choose(target.value === true)}
        options={[
          { value: false, label: t('keep', { what: sayChange(clash.own, language) }) },
          { value: true, label: t('take', { what: sayChange(clash.upper, language) }) },
        ]}
      />
    </li>
  );
};

/** What the draft would be: what follows, what has to be chosen, what would still be looser and until when that may be. */
const Merged = ({ merged, choose }: { readonly merged: Rebased; readonly choose: (clash: number, taken: boolean) => void }) => {
  const t = useWords(mergeWords);
  const language = useLanguage();
  const { today } = useDesk();
  const heading = useHeading();
  const { followed, clashes, conformity, until } = merged;
  const breaches = conformity.breaches.filter(({ problem, exception }) => problem.severity === 'error' && !exception);
  return (
    <div className="merge">
      <h3>{t('followed', { n: followed.length })}</h3>
      {followed.length === 0 && <p className="field-note">{t('followedNone')}</p>}
      <ul>
        {followed.map((change) => (
          <li key={JSON.stringify(change.path)}>
            <span className="merge-clause">{heading(change)}</span> {sayChange(change, language)}
          </li>
        ))}
      </ul>
      <h3>{t('clashes', { n: clashes.length })}</h3>
      {clashes.length === 0 && <p className="field-note">{t('clashesNone')}</p>}
      <ul>
        {clashes.map((clash, i) => (
          <Choice key={JSON.stringify(clash.upper.path)} clash={clash} taken={clash.taken} choose={(taken) => choose(i, taken)} />
        ))}
      </ul>
      <h3>{t('breaches', { n: breaches.length })}</h3>
      {breaches.length === 0 ? (
        <p className="side-fine">✓ {t('breachesNone')}</p>
      ) : (
        <p className="merge-until">▲ {until ? t('until', { day: showDay(until, today, language) }) : t('untilNone')}</p>
      )}
      <ul aria-live="polite">
        {breaches.map(({ problem }) => (
          <li key={problem.at + problem.code}>
            <Sign severity="error" /> {say(problem, language)}
          </li>
        ))}
      </ul>
    </div>
  );
};

/**
 * The three-way merge of an amended upper plan into the draft, before anything is written: the draft, the version it
 * rests on, and the amended one. It is one edit, which can be undone.
 */
export const Merge = ({ amendment, close }: { readonly amendment: Amendment; readonly close: () => void }) => {
  const t = useWords(mergeWords);
  const { message } = App.useApp();
  const { store } = useDesk();
  const edit = useEdit();
  const next = useUpper(amendment.to);
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const plan = store.get().present;
  const merged = useMemo(() => {
    const after = next.data && compilePlan(next.data.plan);
    return after?.ok && isObject(plan) ? rebase(plan, amendment.from, after.value, (clash) => taken.has(clash)) : undefined;
  }, [next.data, plan, amendment, taken]);
  const choose = (clash: number, take: boolean): void => {
    const others = [...taken].filter((one) => one !== clash);
    setTaken(new Set(take ? [...others, clash] : others));
  };
  const write = (): void => {
    if (!merged) return;
    edit({ type: 'ReplacePlan', plan: merged.plan as Json });
    void message.success(t('done', { n: merged.followed.length + taken.size }));
    close();
  };
  return (
    <Modal
      open
      width={760}
      title={t('title', { title: amendment.from.plan.title })}
      okText={t('ok')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !merged }}
      onOk={write}
      onCancel={close}
    >
      {merged ? (
        <Merged merged={merged} choose={choose} />
      ) : (
        <p role="status">{next.isError ? t('failed', { message: next.error.message }) : t('loading')}</p>
      )}
    </Modal>
  );
};
