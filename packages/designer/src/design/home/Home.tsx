import { PlusOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import type { SessionView } from '@xiuhua/engine';
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { Shell } from '../../shared/antd/Shell.tsx';
import { get } from '../../shared/api.ts';
import { useWords } from '../../shared/language.ts';
import { NewPlan } from './NewPlan.tsx';
import { homeWords } from './words.ts';
import './home.css';

interface CampaignRow {
  readonly id: string;
  readonly title: string;
  readonly state: 'draft' | 'running' | 'closed';
}

const looks = { draft: ['draft', '◇'], running: ['done', '●'], closed: ['closed', '■'] } as const;

const mayWrite = (session: SessionView, campaign: string): boolean =>
  session.account.admin ||
  (session.campaigns.find((c) => c.id === campaign)?.actor.roles.some((role) => role === 'office' || role === 'admin') ?? false);

/** The plans a person may write, and the way to a new one. */
export const Home = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(homeWords);
  const [starting, setStarting] = useState(false);
  const campaigns = useQuery({ queryKey: ['campaigns'], queryFn: () => get<readonly CampaignRow[]>('/campaigns') });
  const rows = (campaigns.data ?? []).filter((c) => mayWrite(session, c.id));
  return (
    <Shell door="design" session={session}>
      <div className="home">
        <div className="home-head">
          <div>
            <h1>{t('title')}</h1>
            <p className="field-note">{t('lead')}</p>
          </div>
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setStarting(true)}>
            {t('new')}
          </Button>
        </div>
        {campaigns.isPending && <p role="status">{t('loading')}</p>}
        {campaigns.error && (
          <p role="alert">
            {t('failed', { message: campaigns.error.message })} <Button onClick={() => void campaigns.refetch()}>{t('retry')}</Button>
          </p>
        )}
        {campaigns.data && rows.length === 0 && <p className="home-none">{t('none')}</p>}
        <ul className="home-plans">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to={`/${row.id}`} className="home-plan">
                <b>{row.title}</b>
                <Tag className={`state state-${looks[row.state][0]}`}>
                  {looks[row.state][1]} {t(row.state)}
                </Tag>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {starting && <NewPlan session={session} campaigns={rows} onClose={() => setStarting(false)} />}
    </Shell>
  );
};
