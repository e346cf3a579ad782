import type { Invented } from '@xiuhua/engine';
import { Button, Select } from 'antd';
import { useId, useMemo, useRef } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk, useDraft } from '../desk/context.ts';
import { type Json, listAt, textOf, textsOf } from '../draft/json.ts';
import { DayField } from '../form/widgets/DayField.tsx';
import { type OnPhone, PhoneFrame } from '../side/PhoneFrame.tsx';
import { ask } from './ask.ts';
import { checklistsFor, newVisit } from './newVisit.ts';
import { answered, changedVisit, roundOf, type TryingVisit } from './trying.ts';
import { useTrying } from './useTrial.ts';
import { tryWords } from './words.ts';

/** The sites of the plan under the first of the units that answer for them. */
const sitesByUnit = (sites: readonly Json[], noUnit: string) => {
  const units = new Map<string, string[]>();
  for (const site of sites) {
    const unit = textsOf(site, 'units')[0] ?? noUnit;
    units.set(unit, [...(units.get(unit) ?? []), textOf(site, 'name')]);
  }
  return [...units].map(([label, names]) => ({ label, options: names.map((value) => ({ value, label: value })) }));
};

const ways: readonly Invented[] = ['passing', 'random', 'failing'];

/** Fills the checklist for the hurried: everything in order, by chance, or as bad as it can be. */
const Quick = ({ visit }: { readonly visit: TryingVisit }) => {
  const t = useWords(tryWords);
  const { store } = useDesk();
  const [, change] = useTrying();
  const fill = async (how: Invented) => {
    const { id, site, checklist, day, round } = visit;
    const answer = await ask(store.get().present, { ask: 'invent', visit: { site, checklist, day }, how, seed: round });
    if (answer.ok) change((now) => changedVisit(now, id, { answers: answer.value }, true));
  };
  return (
    <fieldset className="try-quick">
      <legend>{t('quick')}</legend>
      {ways.map((how) => (
        <Button key={how} size="small" onClick={() => void fill(how)}>
          {t(how)}
        </Button>
      ))}
    </fieldset>
  );
};

/** Where and when a visit is made. */
const Where = ({ visit }: { readonly visit: TryingVisit }) => {
  const t = useWords(tryWords);
  const { store } = useDesk();
  const [, change] = useTrying();
  const ids = useId();
  const plan = useDraft(({ present }) => present);
  const sites = useMemo(() => sitesByUnit(listAt(plan, '/places/sites'), t('noUnit')), [plan, t]);
  const lists = checklistsFor(plan, visit.site);
  const goTo = async (site: string) => {
    const { visit: next } = await newVisit(store.get().present, site, visit.day);
    change((now) => changedVisit(now, visit.id, { ...next, answers: {} }, true));
  };
  return (
    <div className="try-where">
      <label htmlFor={`${ids}site`}>{t('site')}</label>
      <Select
        id={`${ids}site`}
        showSearch
        optionFilterProp="label"
        value={visit.site}
        options={sites}
        onChange={(site) => void goTo(site)}
      />
      <label htmlFor={`${ids}list`}>{t('checklist')}</label>
      <Select
        id={`${ids}list`}
        value={visit.checklist}
        options={[...new Set([...lists, visit.checklist])].map((value) => ({ value, label: value }))}
        onChange={(checklist) => change((now) => changedVisit(now, visit.id, { checklist, answers: {} }, true))}
      />
      <label htmlFor={`${ids}day`}>{t('day')}</label>
      <span>
        <DayField
          id={`${ids}day`}
          value={visit.day}
          required
          coarse={false}
          onChange={(day) => day && change((now) => changedVisit(now, visit.id, { day }, false))}
        />
      </span>
    </div>
  );
};

/** One visit: where and when, and its checklist on the real phone form. */
export const VisitForm = ({ visit }: { readonly visit: TryingVisit }) => {
  const t = useWords(tryWords);
  const [, change] = useTrying();
  const plan = useDraft(({ present }) => present);
  const { site, checklist, day } = visit;
  const round = roundOf(visit);
  // What is answered on the phone comes from there: only a new round puts answers on it.
  const begun = useRef(visit.answers);
  begun.current = visit.answers;
  const shown = useMemo(
    (): OnPhone => ({ plan, checklist, site, day, round, answers: begun.current }),
    [plan, checklist, site, day, round],
  );
  return (
    <div className="try-form">
      <Where visit={visit} />
      <Quick visit={visit} />
      <p className="side-note">{t('phoneNote')}</p>
      <PhoneFrame
        shown={shown}
        title={t('phone', { name: checklist })}
        onAnswers={(of, answers) => change((now) => answered(now, of, answers))}
      />
    </div>
  );
};
