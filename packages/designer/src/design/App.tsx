import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '@xiuhua/engine';
import { Button, Result } from 'antd';
import { lazy, Suspense, useEffect } from 'react';
import { BrowserRouter, Link, Route, Routes, useParams } from 'react-router';
import { rememberCampaign } from '../shared/doors.ts';
import { useWords } from '../shared/language.ts';
import { useSession } from '../shared/session.ts';
import { deskWords } from './desk/words.ts';
import { getDraft } from './save/server.ts';

const Home = lazy(() => import('./home/Home.tsx').then((m) => ({ default: m.Home })));
const Desk = lazy(() => import('./desk/Desk.tsx').then((m) => ({ default: m.Desk })));
const Versions = lazy(() => import('./versions/VersionsPage.tsx').then((m) => ({ default: m.VersionsPage })));
const ReadPlan = lazy(() => import('./versions/ReadPlanPage.tsx').then((m) => ({ default: m.ReadPlanPage })));
const People = lazy(() => import('./people/People.tsx').then((m) => ({ default: m.People })));

const Opening = () => {
  const t = useWords(deskWords);
  return (
    <p className="opening" role="status">
      {t('opening')}
    </p>
  );
};

/** The desk of the campaign in the address: asks for its draft, once, and opens it. */
const CampaignDesk = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(deskWords);
  const { campaign = '' } = useParams();
  const draft = useQuery({
    queryKey: ['draft', campaign],
    queryFn: () => getDraft(campaign),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  useEffect(() => rememberCampaign(campaign), [campaign]);
  if (draft.isPending) return <Opening />;
  if (draft.error)
    return (
      <Result
        status="warning"
        title={t('cannotOpen')}
        subTitle={draft.error.message}
        extra={[
          <Button key="retry" onClick={() => void draft.refetch()}>
            {t('retry')}
          </Button>,
          <Link key="home" to="/">
            {t('backHome')}
          </Link>,
        ]}
      />
    );
  return <Desk key={campaign} session={session} campaign={campaign} draft={draft.data} />;
};

/** The design door: the plans, and the desk of one. */
export const DesignDoor = () => {
  const t = useWords(deskWords);
  const session = useSession();
  if (session.isPending) return <Opening />;
  if (!session.data)
    return (
      <Result
        status="warning"
        title={t('cannotOpen')}
        subTitle={session.error.message}
        extra={<Button onClick={() => void session.refetch()}>{t('retry')}</Button>}
      />
    );
  return (
    <BrowserRouter basename="/design">
      <Suspense fallback={<Opening />}>
        <Routes>
          <Route path="/" element={<Home session={session.data} />} />
          <Route path="/:campaign/versions" element={<Versions session={session.data} />} />
          <Route path="/:campaign/versions/:hash" element={<ReadPlan session={session.data} />} />
          <Route path="/:campaign/people" element={<People session={session.data} />} />
          <Route path="/:campaign/:section?" element={<CampaignDesk session={session.data} />} />
        </Routes>
      </Suspense>
    </BrowserRouter>
  );
};
