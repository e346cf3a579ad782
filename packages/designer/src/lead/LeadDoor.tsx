import type { SessionView } from '@xiuhua/engine';
import { Button } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { Navigate, Route, Routes, useNavigate, useParams } from 'react-router';
import { Shell } from '../shared/antd/Shell.tsx';
import { firstCampaign, rememberCampaign } from '../shared/doors.ts';
import { useWords } from '../shared/language.ts';
import { isSignedOut, useSession } from '../shared/session.ts';
import { Begun } from './Begun.tsx';
import { BoardPage } from './board/BoardPage.tsx';
import { useAsOf } from './campaign/as-of.ts';
import { HereContext } from './campaign/here.ts';
import { leadGuide } from './guide.ts';
import { PageLinks } from './PageLinks.tsx';
import { PastDay } from './PastDay.tsx';
import { PlanNotice } from './PlanNotice.tsx';
import { Loaded, Waiting } from './parts/Loaded.tsx';
import { Nothing } from './parts/Nothing.tsx';
import { useTop } from './parts/useTop.ts';
import { doorWords } from './words.ts';

// The board is what a leader waits for; the other pages come together, once the board is there or one of them is opened.
const pages = () => import('./Pages.tsx').then((m) => ({ default: m.Pages }));
const Pages = lazy(pages);

/** How long the other pages wait for the board, in milliseconds. */
const afterBoard = 2000;

/** The pages of one campaign; a campaign that is not the reader's is not there. */
const CampaignPages = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(doorWords);
  const { campaign = '' } = useParams();
  useTop();
  const navigate = useNavigate();
  const go = (address: string): void => {
    if (address.startsWith('/lead/')) void navigate(address.slice('/lead'.length));
    else location.assign(address);
  };
  const mine = session.campaigns.find((c) => c.id === campaign);
  const [asOf, see] = useAsOf(session.today);
  useEffect(() => {
    if (mine) rememberCampaign(mine.id);
  }, [mine]);
  useEffect(() => {
    const timer = setTimeout(() => void pages(), afterBoard);
    return () => clearTimeout(timer);
  }, []);
  if (!mine) {
    return (
      <Shell door="lead" session={session}>
        <Nothing action={<Button href="/">{t('toGate')}</Button>}>{t('wrongCampaign')}</Nothing>
      </Shell>
    );
  }
  return (
    <HereContext
      value={{
        campaign: mine.id,
        title: mine.title,
        actor: mine.actor,
        today: asOf ?? session.today,
        now: session.today,
        looking: session.seenBy !== undefined,
        asOf,
        see,
      }}
    >
      <Shell door="lead" session={session} campaign={mine.id} go={go} guide={leadGuide(mine.id)}>
        <PageLinks />
        <PastDay />
        <PlanNotice />
        <Begun>
          <Suspense fallback={<Waiting rows={10} />}>
            <Routes>
              <Route index element={<BoardPage />} />
              <Route path="*" element={<Pages go={go} />} />
            </Routes>
          </Suspense>
        </Begun>
      </Shell>
    </HereContext>
  );
};

/** Without a campaign in the address: the one looked at last, or a word to somebody who has none. */
const FirstCampaign = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(doorWords);
  const first = firstCampaign(session);
  if (first !== undefined) return <Navigate to={`/${encodeURIComponent(first)}`} replace />;
  return (
    <Shell door="lead" session={session}>
      <Nothing action={<Button href="/">{t('toGate')}</Button>}>{t('noCampaign')}</Nothing>
    </Shell>
  );
};

/** The lead door (指挥台): what the leading group, its office and the units see of a running campaign. */
export const LeadDoor = () => {
  const query = useSession();
  // Nobody is signed in: the sign-in page is on its way.
  if (isSignedOut(query.error)) return null;
  return (
    <Loaded query={query}>
      {(session) => (
        <Routes>
          <Route index element={<FirstCampaign session={session} />} />
          <Route path=":campaign/*" element={<CampaignPages session={session} />} />
        </Routes>
      )}
    </Loaded>
  );
};
