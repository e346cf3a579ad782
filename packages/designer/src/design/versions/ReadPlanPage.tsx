import { useQuery } from '@tanstack/react-query';
import type { Review, SessionView, VersionsView } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import { Shell } from '../../shared/antd/Shell.tsx';
import { useLanguage, useWords } from '../../shared/language.ts';
import { mayReview, type Stage, stageOf, useVersions } from '../adopt/standing.ts';
import { WhatHappens } from '../adopt/WhatHappens.tsx';
import { StageTag } from '../desk/DraftState.tsx';
import { type Json, textOf } from '../draft/json.ts';
import { getDraft } from '../save/server.ts';
import { Paper } from '../side/PaperView.tsx';
import { ChangesSince, usePlanText } from './ChangesSince.tsx';
import { History } from './History.tsx';
import { RemarkField, type Remarks, ReviewForm } from './ReviewForm.tsx';
import { versionWords } from './words.ts';
import '../desk/desk.css';
import '../side/side.css';
import './versions.css';

/** The draft of a campaign as the server has it now. */
const useDraftNow = (campaign: string, enabled: boolean) =>
  useQuery({ queryKey: ['draft-read', campaign], queryFn: () => getDraft(campaign), enabled });

/** The plan of the address: one by its hash, or the draft as it stands. */
const useReadPlan = (campaign: string, hash: string) => {
  const isDraft = hash === 'draft';
  const draft = useDraftNow(campaign, isDraft);
  const text = usePlanText(campaign, isDraft ? undefined : hash);
  const found = isDraft ? draft : text;
  return { plan: found.data?.plan, hash: isDraft ? draft.data?.hash : hash, error: found.error, retry: () => void found.refetch() };
};

/** What is known about the plan that is read, from the versions and reviews of its campaign. */
const standingIn = (views: VersionsView | undefined, hash: string | undefined) => {
  const version = views?.versions.find((one) => one.plan === hash);
  const review: Review | null = version?.review ?? views?.reviews.find((one) => one.plan === hash) ?? null;
  const before = version ? views?.versions.find((one) => one.version === version.version - 1) : views?.versions[0];
  const [newest] = views?.versions ?? [];
  const adopted = newest ? { hash: newest.plan, version: newest.version } : null;
  const stage: Stage = version ? (version.state === 'closed' ? 'closed' : 'in-force') : stageOf({ adopted, review, closed: null }, hash);
  return { version, review, before, stage };
};

/** A plan to be read, by a link: the document, who brought it about, what it changed; and, for who may, its review. */
export const ReadPlanPage = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(versionWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const { campaign = '', hash: asked = '' } = useParams();
  const { plan, hash, error, retry } = useReadPlan(campaign, asked);
  const versions = useVersions(campaign);
  const [remarks, setRemarks] = useState<Remarks>({});
  const { version, review, before, stage } = standingIn(versions.data, hash);
  const actor = session.campaigns.find((c) => c.id === campaign)?.actor;
  const waits = asked !== 'draft' && stage === 'waiting' && review !== null;
  const reviewing = waits && mayReview(actor, review);
  const now = useDraftNow(campaign, reviewing);
  const planner = actor?.roles.some((role) => role === 'office' || role === 'leader' || role === 'admin') ?? false;
  const copy = async () => {
    await navigator.clipboard.writeText(location.href);
    void message.success(t(version ? 'linkCopied' : 'linkDraft'));
  };
  if (error)
    return (
      <Shell door="design" session={session} campaign={campaign}>
        <p className="versions" role="alert">
          {t('failed', { message: error.message })} <Button onClick={retry}>{t('retry')}</Button>
        </p>
      </Shell>
    );
  if (plan === undefined || hash === undefined)
    return (
      <Shell door="design" session={session} campaign={campaign}>
        <p className="versions" role="status">
          {t('loading')}
        </p>
      </Shell>
    );
  const beside = (at: string): ReactNode => {
    if (reviewing) return <RemarkField plan={plan as Json} at={at} remarks={remarks} onChange={setRemarks} />;
    const said = review?.verdict?.passed === false ? review.verdict.remarks[at] : undefined;
    return said && <p className="remark">{said}</p>;
  };
  return (
    <Shell
      door="design"
      session={session}
      campaign={campaign}
      title={textOf(plan, 'title')}
      status={<StageTag stage={stage} version={version?.version ?? 0} />}
      actions={
        <>
          <Link to={`/${campaign}/versions`}>{t('toVersions')}</Link>
          <Button onClick={() => void copy()}>{t('copyLink')}</Button>
          <Button onClick={() => globalThis.print()}>{t('print')}</Button>
        </>
      }
    >
      <div className="read-plan">
        <Paper plan={plan} reader={{ language, today: session.today }} beside={beside} />
        <aside className="read-about">
          {reviewing && (
            <ReviewForm
              campaign={campaign}
              plan={hash}
              remarks={remarks}
              moved={now.data !== undefined && now.data.hash !== hash}
              onReviewed={versions.refetch}
            />
          )}
          {waits && !reviewing && planner && <p className="review-note is-waiting">{t('notMine')}</p>}
          <h2>{asked === 'draft' ? t('draftNow') : version ? t('version', { n: version.version }) : t('draftOf')}</h2>
          <History today={session.today} plan={hash} review={review} version={version} />
          {waits && before && <WhatHappens campaign={campaign} plan={hash} />}
          {before && asked !== 'draft' && (
            <>
              <h2>{t('changes', { n: before.version })}</h2>
              <ChangesSince campaign={campaign} before={before.plan} after={hash} />
            </>
          )}
        </aside>
      </div>
    </Shell>
  );
};
