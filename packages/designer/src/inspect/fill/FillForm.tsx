import { useCallback, useState } from 'react';
import { Banners } from '../app/Banners.tsx';
import { useInspect } from '../app/context.ts';
import { Icon } from '../app/Icon.tsx';
import { addressOf } from '../app/route.ts';
import { StatusLine } from '../app/StatusLine.tsx';
import type { Reopened } from '../device/records.ts';
import { useInspectWords } from '../words.ts';
import { FieldStoreContext, isClosed, ReopenedContext, useFilling, useSurroundings, useTotals } from './hand.ts';
import type { OpenForm } from './open.ts';
import { Progress } from './Progress.tsx';
import { SectionBlock } from './SectionBlock.tsx';
import { SubmitBar } from './SubmitBar.tsx';
import { useFillWords } from './words.ts';

const Done = () => {
  const t = useFillWords();
  const { of, complete } = useTotals();
  return (
    <strong className="done" role="img" aria-label={t('progressWords', { done: complete, of })}>
      {t('progress', { done: complete, of })}
    </strong>
  );
};

/** The bar above the form: back, where one is, how far, and how sending stands. */
const FillBar = ({ open }: { readonly open: OpenForm }) => {
  const shared = useInspectWords();
  return (
    <header className="bar fill-bar">
      <a className="back" href={addressOf({ screen: 'today' })} aria-label={shared('back')}>
        <Icon name="back" />
      </a>
      <h1>
        {open.form.site.name} <small>{open.draft.duty.checklist}</small>
      </h1>
      <Done />
      <Progress />
      <StatusLine />
    </header>
  );
};

/** What one should know about this form before filling it. */
const Remarks = ({ open, room, gone }: { readonly open: OpenForm; readonly room: boolean; readonly gone: boolean }) => {
  const t = useFillWords();
  const current = useInspect((s) => s.plan);
  const isOlder = current !== undefined && current.hash !== open.plan.hash && current.version > open.plan.version;
  return (
    <>
      <Banners inForm />
      {gone && (
        <p className="banner amber" role="alert">
          {t('goneElsewhere')}
        </p>
      )}
      {!room && <p className="banner amber">{t('noRoom')}</p>}
      {isOlder && <p className="banner violet">{t('olderPlan', { n: open.plan.version, now: current.version })}</p>}
    </>
  );
};

/** What the office sent back: in general, and how much of the form stays as it was. */
const SentBack = ({ open, reopened }: { readonly open: OpenForm; readonly reopened: Reopened }) => {
  const t = useFillWords();
  const closed = open.form.questions.filter(({ name }) => isClosed(reopened, name)).length;
  return (
    <div className="banner amber">
      <p>{t('sentBack', { round: reopened.round, n: Object.keys(reopened.remarks).length })}</p>
      {reopened.text && <p>{reopened.text}</p>}
      {closed > 0 && <p>{t('restStays', { n: closed })}</p>}
    </div>
  );
};

/** One checklist at one site. */
export const FillForm = ({ open }: { readonly open: OpenForm }) => {
  const { filling, gone } = useFilling(open);
  const { visit, room } = useSurroundings(open);
  const [pressed, setPressed] = useState(false);
  const t = useFillWords();
  const { address, area } = open.form.site;
  const along = open.draft.duty.along ?? [];
  const where = [area, address, along.length ? t('along', { units: along.join('、') }) : ''].filter(Boolean);
  const press = useCallback(() => setPressed(true), []);
  return (
    <FieldStoreContext value={open.store}>
      <ReopenedContext value={open.draft.reopened}>
        <div className="screen fill">
          <FillBar open={open} />
          <main>
            <Remarks open={open} room={room} gone={gone} />
            {open.draft.reopened && <SentBack open={open} reopened={open.draft.reopened} />}
            {where.length > 0 && <p className="where">{where.join(' · ')}</p>}
            {open.form.sections.map((section, index) => (
              <SectionBlock
                key={section.questions[0]?.name}
                section={section}
                index={index}
                visit={visit}
                pressed={pressed}
                alone={open.form.sections.length === 1}
              />
            ))}
          </main>
          {filling && !gone && <SubmitBar open={open} filling={filling} onGaps={press} />}
        </div>
      </ReopenedContext>
    </FieldStoreContext>
  );
};
