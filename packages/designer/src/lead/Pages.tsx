import { Button } from 'antd';
import { Link, Route, Routes } from 'react-router';
import { useWords } from '../shared/language.ts';
import { AppealsPage } from './appeals/AppealsPage.tsx';
import { BulletinPage } from './bulletins/BulletinPage.tsx';
import { BulletinsPage } from './bulletins/BulletinsPage.tsx';
import { MeetingPage } from './bulletins/MeetingPage.tsx';
import { useAddresses } from './campaign/here.ts';
import { ComplaintsPage } from './complaints/ComplaintsPage.tsx';
import { ConsequencesPage } from './consequences/ConsequencesPage.tsx';
import { DrawsPage } from './draws/DrawsPage.tsx';
import { DutiesPage } from './duties/DutiesPage.tsx';
import { FindingPage } from './findings/FindingPage.tsx';
import { FindingsPage } from './findings/FindingsPage.tsx';
import { NoticePage } from './findings/NoticePage.tsx';
import { IndicatorsPage } from './indicators/IndicatorsPage.tsx';
import { LogPage } from './log/LogPage.tsx';
import { LowerPage } from './lower/LowerPage.tsx';
import { MessagesPage } from './messages/MessagesPage.tsx';
import { OutboxPage } from './messages/OutboxPage.tsx';
import { MilestonesPage } from './milestones/MilestonesPage.tsx';
import { Nothing } from './parts/Nothing.tsx';
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
  const to = useAddresses();
  return (
    <Nothing
      action={
        <Link to={to.board()}>
          <Button>{t('toBoard')}</Button>
        </Link>
      }
    >
      {t('notFound')}
    </Nothing>
  );
};

/** Every page of a campaign but the board. */
export const Pages = ({ go }: { readonly go: (address: string) => void }) => (
  <Routes>
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
);
