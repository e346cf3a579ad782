import type { SessionView } from '@xiuhua/engine';
import { Button } from 'antd';
import { useEffect } from 'react';
import { Link, Navigate, Route, Routes, useNavigate, useParams } from 'react-router';
import { Shell } from '../shared/antd/Shell.tsx';
import { firstCampaign, rememberCampaign } from '../shared/doors.ts';
import { useWords } from '../shared/language.ts';
import { isSignedOut, useSession } from '../shared/session.ts';
import { AppealsPage } from './appeals/AppealsPage.tsx';
import { Begun } from './Begun.tsx';
import { BoardPage } from './board/BoardPage.tsx';
import { BulletinPage } from './bulletins/BulletinPage.tsx';
import { BulletinsPage } from './bulletins/BulletinsPage.tsx';
import { MeetingPage } from './bulletins/MeetingPage.tsx';
import { useAsOf } from './campaign/as-of.ts';
import { HereContext } from './campaign/here.ts';
import { ComplaintsPage } from './complaints/ComplaintsPage.tsx';
import { ConsequencesPage } from './consequences/ConsequencesPage.tsx';
import { DrawsPage } from './draws/DrawsPage.tsx';
import { DutiesPage } from './duties/DutiesPage.tsx';
import { FindingPage } from './findings/FindingPage.tsx';
import { FindingsPage } from './findings/FindingsPage.tsx';
import { NoticePage } from './findings/NoticePage.tsx';
import { leadGuide } from './guide.ts';
import { IndicatorsPage } from './indicators/IndicatorsPage.tsx';
import { LogPage } from './log/LogPage.tsx';
import { LowerPage } from './lower/LowerPage.tsx';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { OutboxPage } from './messages/OutboxPage.tsx';
import { MilestonesPage } from './milestones/MilestonesPage.tsx';
import { PageLinks } from './PageLinks.tsx';
import { PastDay } from './PastDay.tsx';
import { PlanNotice } from './PlanNotice.tsx';
import { Loaded } from './parts/Loaded.tsx';
import { Nothing } from './parts/Nothing.tsx';
import { useTop } from './parts/useTop.ts';
import { RankingsPage } from './rankings/RankingsPage.tsx';
import { PhoneFilePage } from './records/PhoneFilePage.tsx';
import { PhonesPage } from './records/PhonesPage.tsx';
import { RecordsPage } from './records/RecordsPage.tsx';
import { SiteCodesPage } from './records/SiteCodesPage.tsx';
import { UnitPage } from './unit/UnitPage.tsx';
import { UnitsPage } from './unit/UnitsPage.tsx';
import { VisitPage } from './visit/VisitPage.tsx';
import { WallPage } from './wall/WallPage.tsx';
import { doorWords } from './words.ts';

const Missing = () => {
  const t = useWords(doorWords);
  return (
    <Nothing
      action={
        <Link to="..">
          <Button>{t('toBoard')}</Button>
        </Link>
      }
    >
      {t('notFound')}
    </Nothing>
  );
};

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
          <Routes>
            <Route index element={<BoardPage />} />
            <Route path="rankings" element={<RankingsPage />} />
            <Route path="findings" element={<FindingsPage />} />
            <Route path="findings/:finding" element={<FindingPage />} />
            <Route path="findings/:finding/notice" element={<NoticePage />} />
            <Route path="visits/:submission" element={<VisitPage />} />
            <Route path="consequences" element={<ConsequencesPage />} />
            <Route path="bulletins" element={<BulletinsPage />} />
            <Route path="bulletins/:report/:period" element={<BulletinPage />} />
            <Route path="meetings/:meeting/:day" element={<MeetingPage />} />
            <Route path="indicators" element={<IndicatorsPage />} />
            <Route path="appeals" element={<AppealsPage />} />
            <Route path="complaints" element={<ComplaintsPage />} />
            <Route path="wall" element={<WallPage />} />
            <Route path="milestones" element={<MilestonesPage />} />
            <Route path="units" element={<UnitsPage />} />
            <Route path="units/:unit" element={<UnitPage />} />
            <Route path="duties" element={<DutiesPage />} />
            <Route path="records" element={<RecordsPage />} />
            <Route path="records/file" element={<PhoneFilePage />} />
            <Route path="records/phones" element={<PhonesPage />} />
            <Route path="records/codes" element={<SiteCodesPage />} />
            <Route path="draws" element={<DrawsPage />} />
            <Route path="lower" element={<LowerPage />} />
            <Route path="log" element={<LogPage />} />
            <Route path="messages" element={<MessagesPage go={go} />} />
            <Route path="outbox" element={<OutboxPage />} />
            <Route path="*" element={<Missing />} />
          </Routes>
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
