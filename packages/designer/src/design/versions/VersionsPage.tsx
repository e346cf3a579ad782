import type { Day, SessionView, VersionsView, VersionView } from '@xiuhua/engine';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Shell } from '../../shared/antd/Shell.tsx';
import { showDay } from '../../shared/format.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import { type Stage, useVersions } from '../adopt/standing.ts';
import { StageTag } from '../desk/DraftState.tsx';
import { ChangesSince } from './ChangesSince.tsx';
import { EndCampaign } from './EndCampaign.tsx';
import { History } from './History.tsx';
import { versionWords } from './words.ts';
import '../desk/desk.css';
import '../side/side.css';
import './versions.css';

interface RowProps {
  readonly campaign: string;
  readonly today: Day;
}

/** What changed since the version before, looked up when it is asked for. */
const Changes = ({ campaign, before, after }: { readonly campaign: string; readonly before: VersionView; readonly after: string }) => {
  const t = useWords(versionWords);
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('changes', { n: before.version })}</summary>
      {open && <ChangesSince campaign={campaign} before={before.plan} after={after} />}
    </details>
  );
};

const looks = { 'in-force': ['●', 'done'], replaced: ['○', 'replaced'], closed: ['■', 'closed'] } as const;

const VersionRow = ({
  campaign,
  today,
  version,
  before,
}: RowProps & { readonly version: VersionView; readonly before: VersionView | undefined }) => {
  const t = useWords(versionWords);
  const language = useLanguage();
  const { from, until, state, plan, title } = version;
  const [shape, look] = looks[state];
  const days =
    until === null
      ? t('days', { from: showDay(from, today, language) })
      : t('daysUntil', { from: showDay(from, today, language), until: showDay(until, today, language) });
  return (
    <li className="version">
      <header>
        <h2>{t('version', { n: version.version })}</h2>
        <Tag className={`state state-${look}`}>
          {shape} {t(`state_${state}`)}
        </Tag>
        <span>{days}</span>
        <Link to={`/${campaign}/versions/${plan}`}>{t('open')}</Link>
      </header>
      <p className="version-title">{title}</p>
      <History today={today} plan={plan} review={version.review} version={version} />
      {before ? <Changes campaign={campaign} before={before} after={plan} /> : <p className="field-note">{t('first')}</p>}
    </li>
  );
};

/** Drafts that somebody asked about since the last adoption. */
const ReviewRow = ({
  campaign,
  today,
  review,
  before,
}: RowProps & { readonly review: VersionsView['reviews'][number]; readonly before: VersionView | undefined }) => {
  const t = useWords(versionWords);
  const stage: Stage = review.verdict ? (review.verdict.passed ? 'passed' : 'returned') : 'waiting';
  return (
    <li className="version">
      <header>
        <h2>{t('draftOf')}</h2>
        <StageTag stage={stage} version={0} />
        <Link to={`/${campaign}/versions/${review.plan}`}>{t('open')}</Link>
      </header>
      <p className="version-title">{review.title}</p>
      <History today={today} plan={review.plan} review={review} />
      {before && <Changes campaign={campaign} before={before} after={review.plan} />}
    </li>
  );
};

/** All versions of a plan, newest first: each with its hash, its people and what it changed; and the end of the campaign. */
export const VersionsPage = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(versionWords);
  const { campaign = '' } = useParams();
  const found = useVersions(campaign);
  const { today } = session;
  const actor = session.campaigns.find((c) => c.id === campaign)?.actor;
  const writes = actor?.roles.some((role) => role === 'office' || role === 'admin') ?? session.account.admin;
  const { data } = found;
  const end = data && (
    <EndCampaign
      campaign={campaign}
      today={today}
      end={data.end}
      closed={data.closed}
      may={actor?.roles.includes('office') ?? false}
      onEnded={found.refetch}
    />
  );
  return (
    <Shell door="design" session={session} campaign={campaign} actions={writes && <Link to={`/${campaign}`}>{t('toDesk')}</Link>}>
      <div className="versions">
        <h1>{t('title')}</h1>
        <p className="field-note">{t('lead')}</p>
        {found.isPending && <p role="status">{t('loading')}</p>}
        {found.error && (
          <p role="alert">
            {t('failed', { message: found.error.message })} <Button onClick={() => void found.refetch()}>{t('retry')}</Button>
          </p>
        )}
        {data && (
          <>
            {(data.closed || data.end?.due) && end}
            {data.versions.length + data.reviews.length === 0 && <p className="empty-list">{t('none')}</p>}
            <ol className="version-list">
              {data.reviews.map((review) => (
                <ReviewRow key={review.id} campaign={campaign} today={today} review={review} before={data.versions[0]} />
              ))}
              {data.versions.map((version, i) => (
                <VersionRow key={version.version} campaign={campaign} today={today} version={version} before={data.versions[i + 1]} />
              ))}
            </ol>
            {!data.closed && !data.end?.due && end}
          </>
        )}
      </div>
    </Shell>
  );
};
