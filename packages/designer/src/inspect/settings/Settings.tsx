import { useState } from 'react';
import { showDay } from '../../shared/format.ts';
import { forgetGuide } from '../../shared/guide.ts';
import { guideWords } from '../../shared/guide-words.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Banners } from '../app/Banners.tsx';
import { useInspect } from '../app/context.ts';
import { later } from '../app/Later.tsx';
import { todayOf } from '../app/pocket.ts';
import { addressOf } from '../app/route.ts';
import { StatusLine } from '../app/StatusLine.tsx';
import { Tabs } from '../app/Tabs.tsx';
import { useInspectWords } from '../words.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { SignOut } from './SignOut.tsx';
import { setTextSize, textSize } from './size.ts';
import { useSettingsWords } from './words.ts';

const PinPanel = later(() => import('../lock/PinPanel.tsx').then((m) => m.PinPanel));

const SizeChoice = () => {
  const t = useSettingsWords();
  const [size, setSize] = useState(textSize());
  const choose = (next: 'normal' | 'large') => {
    setTextSize(next);
    setSize(next);
  };
  return (
    <fieldset className="choice">
      <legend className="hidden">{t('size')}</legend>
      {(['normal', 'large'] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="size" checked={size === one} onChange={() => choose(one)} />
          <span>{t(one)}</span>
        </label>
      ))}
    </fieldset>
  );
};

const Account = () => {
  const t = useSettingsWords();
  const session = useInspect((s) => s.session);
  const campaign = useInspect((s) => s.campaign);
  return (
    <section className="panel">
      <h2>{t('account')}</h2>
      <p>{[session?.account.name, campaign?.actor.unit].filter(Boolean).join(' · ')}</p>
      <SignOut />
      <a className="button" href="/">
        {t('doors')}
      </a>
    </section>
  );
};

const PlanPanel = () => {
  const t = useSettingsWords();
  const language = useLanguage();
  const plan = useInspect((s) => s.plan);
  const slip = useInspect((s) => s.slip);
  if (!plan) return null;
  return (
    <section className="panel">
      <h2>{t('plan')}</h2>
      <p>{t('planVersion', { title: plan.plan.title, n: plan.version, from: showDay(plan.from, todayOf(slip), language) })}</p>
    </section>
  );
};

const Storage = () => {
  const t = useSettingsWords();
  const persisted = useInspect((s) => s.persisted);
  const install = useInspect((s) => s.install);
  return (
    <section className="panel">
      <h2>{t('storage')}</h2>
      <p>{t(persisted ? 'persisted' : 'notPersisted')}</p>
      {install ? (
        <button type="button" onClick={() => void install()}>
          {t('install')}
        </button>
      ) : (
        <p className="note">{t('installHow')}</p>
      )}
    </section>
  );
};

/** Language, size of letters, who is signed in, what the device keeps. */
export const Settings = () => {
  const t = useSettingsWords();
  const shared = useInspectWords();
  const guide = useWords(guideWords);
  return (
    <div className="screen">
      <header className="bar">
        <h1>{shared('settings')}</h1>
        <StatusLine />
      </header>
      <main>
        <Banners />
        <section className="panel">
          <h2>{t('size')}</h2>
          <SizeChoice />
          <h2>{t('language')}</h2>
          <LanguageSwitch />
          <a className="button" href={addressOf({ screen: 'today' })} onClick={() => forgetGuide('inspect')}>
            {guide('start')}
          </a>
        </section>
        <Account />
        <PinPanel />
        <PlanPanel />
        <Storage />
      </main>
      <Tabs at="settings" />
    </div>
  );
};
