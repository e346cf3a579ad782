import type { SessionView } from '@xiuhua/engine';
import { App, Badge, Button, Drawer, Select } from 'antd';
import { lazy, memo, Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Shell } from '../../shared/antd/Shell.tsx';
import { useLanguage, useWords } from '../../shared/language.ts';
import { AdoptButton } from '../adopt/AdoptButton.tsx';
import { ReviewNote, WithRemarks } from '../adopt/ReviewNote.tsx';
import { type Stage, type Standing, stageOf, useStanding } from '../adopt/standing.ts';
import { textOf } from '../draft/json.ts';
import { designGuide } from '../guide.ts';
import { MovedDialog } from '../save/MovedDialog.tsx';
import type { Saver } from '../save/saver.ts';
import type { ServerDraft } from '../save/server.ts';
import { sectionNumber } from '../section/number.ts';
import { loadForms } from '../section/OpenClause.tsx';
import { SectionView } from '../section/SectionView.tsx';
import { clauseAt, type Section, sectionAt, sectionOf, sections } from '../section/sections.ts';
import { sectionTitle } from '../section/title.ts';
import { Side } from '../side/Side.tsx';
import { UppersContext, useUppersAbove } from '../upper/upper.ts';
import { DeskContext, type Desk as DeskParts, useFollowed, useProblems } from './context.ts';
import { DraftState } from './DraftState.tsx';
import { Find } from './Find.tsx';
import { More } from './More.tsx';
import { Outline } from './Outline.tsx';
import { type Opened, openDesk } from './open.ts';
import { SaveStatus } from './SaveStatus.tsx';
import type { DraftStore } from './store.ts';
import { TryButton } from './TryButton.tsx';
import { UndoRedo } from './UndoRedo.tsx';
import { deskWords } from './words.ts';
import './desk.css';

const TryView = lazy(() => import('../try/TryView.tsx').then((m) => ({ default: m.TryView })));

interface DeskProps {
  readonly session: SessionView;
  readonly campaign: string;
  readonly draft: ServerDraft;
}

/** The parts of an open desk; made once for a draft, put away when it closes. */
const useOpened = ({ session, campaign, draft }: DeskProps, adopted: boolean): Opened | undefined => {
  const t = useWords(deskWords);
  const { message } = App.useApp();
  const [opened, setOpened] = useState<Opened>();
  const inForce = useRef(adopted);
  inForce.current = adopted;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a desk is opened once for a draft
  useEffect(() => {
    const next = openDesk(campaign, draft, {
      today: session.today,
      inForce: () => inForce.current,
      renamed: ({ from, to, count }) => void message.success(t('renamed', { from, to, n: count })),
    });
    setOpened(next);
    if (next.restored) void message.info(t('restored'), 6);
    return next.close;
  }, [campaign, draft]);
  return opened;
};

/** The two ends of a section: the way to the one before and the one after. */
const Turn = memo(({ current, go }: { readonly current: Section; readonly go: (section: Section) => void }) => {
  const t = useWords(deskWords);
  const language = useLanguage();
  const index = sections.indexOf(current);
  const link = (section: Section | undefined, label: string) =>
    section && (
      <Button type="text" onClick={() => go(section)}>
        {t('turn', { label, title: sectionTitle(section, language) })}
      </Button>
    );
  return (
    <nav className="turn" aria-label={`${t('previous')} / ${t('next')}`}>
      <span>{link(sections[index - 1], t('previous'))}</span>
      <span>{link(sections[index + 1], t('next'))}</span>
    </nav>
  );
});

/** On a narrow screen: the outline as a list to choose from, the right-hand column behind a button. */
const NarrowBar = memo(({ current, go }: { readonly current: Section; readonly go: (section: Section) => void }) => {
  const t = useWords(deskWords);
  const language = useLanguage();
  const [open, setOpen] = useState(false);
  const count = useProblems().filter((p) => p.problem.severity !== 'hint').length;
  const options = sections.map((section, i) => ({
    value: section.id,
    label: sectionNumber(i, language) + sectionTitle(section, language),
  }));
  return (
    <div className="narrow-bar">
      <Select
        className="narrow-sections"
        aria-label={t('chooseSection')}
        value={current.id}
        options={options}
        onChange={(id) => go(sectionOf(id))}
      />
      <Badge count={count} color="var(--cinnabar)">
        <Button onClick={() => setOpen(true)}>{t('showProblems')}</Button>
      </Badge>
      <Drawer open={open} onClose={() => setOpen(false)} size={Math.min(420, globalThis.innerWidth - 24)} title={null} destroyOnHidden>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: a chosen problem closes the drawer over the place it leads to */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
        <div onClick={(event) => (event.target as HTMLElement).closest('.problem') && setOpen(false)}>
          <Side />
        </div>
      </Drawer>
    </div>
  );
});

/** Where what is on the screen is on its way into force; unsaved changes are a draft whatever was reviewed. */
const useStage = (saver: Saver, standing: Standing): Stage => {
  const state = useFollowed(saver.state);
  const { hash } = useFollowed(saver.base);
  return stageOf(standing, state.kind === 'saved' ? hash : undefined);
};

/** The title in the head of the page: it follows once the hand rests, so that a key in the title does not draw the whole page anew. */
const useRestedTitle = (store: DraftStore): string => {
  const [title, setTitle] = useState(() => textOf(store.get().present, 'title'));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const stop = store.subscribe(() => {
      clearTimeout(timer);
      timer = setTimeout(() => setTitle(textOf(store.get().present, 'title')), 400);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  return title;
};

const OpenDesk = ({
  session,
  campaign,
  parts,
  opened,
  standing,
  refresh,
}: Omit<DeskProps, 'draft'> & { parts: DeskParts; opened: Opened; standing: Standing; refresh: () => Promise<unknown> }) => {
  const { section: id } = useParams();
  const navigate = useNavigate();
  const trying = id === 'try';
  const current = trying ? undefined : sectionOf(id);
  const centre = useRef<HTMLDivElement>(null);
  const title = useRestedTitle(parts.store);
  const go = useCallback(
    (section: Section) => {
      parts.hand.close();
      void navigate(`/${campaign}/${section.id}`);
      globalThis.scrollTo({ top: 0 });
    },
    [parts, navigate, campaign],
  );
  const show = (place: string) => {
    if (current && sectionAt(place) !== current) void navigate(`/${campaign}/${sectionAt(place).id}`);
  };
  useEffect(() => {
    const timer = setTimeout(() => void loadForms(), 800);
    return () => clearTimeout(timer);
  }, []);
  const { saver, checked } = opened;
  const stage = useStage(saver, standing);
  const actor = session.campaigns.find((c) => c.id === campaign)?.actor;
  const uppers = useUppersAbove();
  useEffect(() => {
    if (uppers.known) checked.under(uppers.plans);
  }, [uppers, checked]);
  return (
    <UppersContext value={uppers}>
      <Shell
        door="design"
        session={session}
        campaign={campaign}
        guide={designGuide}
        title={title}
        status={
          <>
            <DraftState campaign={campaign} standing={standing} stage={stage} />
            <SaveStatus saver={saver} />
            <UndoRedo show={show} saveNow={() => void saver.flush()} />
            <Find />
          </>
        }
        actions={
          <>
            <TryButton campaign={campaign} trying={trying} />
            <More campaign={campaign} />
            <AdoptButton campaign={campaign} actor={actor} saver={saver} standing={standing} stage={stage} refresh={refresh} />
          </>
        }
      >
        <div className={trying ? 'desk is-trying' : 'desk'}>
          <aside className="desk-outline">
            <Outline current={current} go={go} />
          </aside>
          <div className="desk-centre" ref={centre}>
            {current ? (
              <>
                <NarrowBar current={current} go={go} />
                <ReviewNote campaign={campaign} standing={standing} stage={stage} actor={actor} />
                <WithRemarks campaign={campaign} standing={standing}>
                  <SectionView key={current.id} section={current} />
                </WithRemarks>
                <Turn current={current} go={go} />
              </>
            ) : (
              <Suspense fallback={null}>
                <TryView />
              </Suspense>
            )}
          </div>
          {!trying && (
            <aside className="desk-side">
              <Side />
            </aside>
          )}
        </div>
        <MovedDialog saver={saver} />
      </Shell>
    </UppersContext>
  );
};

/** The desk of one campaign: outline at the left, the section being written in the middle, what it means at the right. */
export const Desk = (props: DeskProps) => {
  const { session, campaign, draft } = props;
  const { standing, refresh } = useStanding(campaign, draft);
  const navigate = useNavigate();
  const opened = useOpened(props, standing.adopted !== null);
  const parts = useMemo<DeskParts | undefined>(() => {
    if (!opened) return undefined;
    const { store, checked, hand } = opened;
    const jump = (place: string) => {
      void navigate(`/${campaign}/${sectionAt(place).id}`);
      const clause = clauseAt(place);
      if (clause === undefined) hand.close();
      else hand.open(clause, place);
    };
    return { store, checked, hand, jump, today: session.today };
  }, [opened, campaign, navigate, session.today]);
  if (!opened || !parts) return null;
  return (
    <DeskContext value={parts}>
      <OpenDesk session={session} campaign={campaign} parts={parts} opened={opened} standing={standing} refresh={refresh} />
    </DeskContext>
  );
};
