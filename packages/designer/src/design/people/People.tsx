import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role, SessionView } from '@xiuhua/engine';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Shell } from '../../shared/antd/Shell.tsx';
import { useWords } from '../../shared/language.ts';
import { namesFor } from '../draft/names.ts';
import { getDraft } from '../save/server.ts';
import { AddPerson } from './AddPerson.tsx';
import { getMembers, type Member, putMembers } from './server.ts';
import { peopleWords } from './words.ts';
import './people.css';

const roleWords = {
  office: 'office',
  inspector: 'inspector',
  unit: 'unitRole',
  town: 'town',
  leader: 'leader',
  auditor: 'auditor',
} as const;

interface RowProps {
  readonly member: Member;
  readonly units: readonly string[];
  readonly change: (next: Partial<Member>) => void;
  readonly remove: () => void;
}

const PersonRow = ({ member, units, change, remove }: RowProps) => {
  const t = useWords(peopleWords);
  const roles = (Object.keys(roleWords) as (keyof typeof roleWords)[]).map((role) => ({
    value: role as Role,
    label: t(roleWords[role]).split(/[：:]/)[0] ?? role,
    title: t(roleWords[role]),
  }));
  return (
    <tr>
      <th scope="row">
        {member.name}
        <span className="field-note">{member.login}</span>
      </th>
      <td>
        <Select
          className="wide"
          aria-label={`${member.name} ${t('unit')}`}
          showSearch={{ optionFilterProp: 'label' }}
          value={member.unit}
          options={[{ value: '', label: t('noUnit') }, ...units.map((unit) => ({ value: unit, label: unit }))]}
          onChange={(unit) => change({ unit })}
        />
      </td>
      <td>
        <Select
          mode="multiple"
          className="wide"
          aria-label={`${member.name} ${t('roles')}`}
          status={member.roles.length === 0 ? 'error' : undefined}
          value={[...member.roles]}
          options={roles}
          onChange={(next) => change({ roles: next })}
        />
      </td>
      <td>
        <Button type="text" onClick={remove}>
          {t('remove')}
        </Button>
      </td>
    </tr>
  );
};

/** The people as they are being changed; `undefined` until the server has said who they are. */
const usePeople = (campaign: string) => {
  const t = useWords(peopleWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const stored = useQuery({ queryKey: ['members', campaign], queryFn: () => getMembers(campaign) });
  const [changed, setChanged] = useState<readonly Member[]>();
  const [busy, setBusy] = useState(false);
  const save = async () => {
    if (!changed) return;
    const nameless = changed.find((m) => m.roles.length === 0);
    if (nameless) return void message.warning(t('noRoles', { name: nameless.name }));
    setBusy(true);
    try {
      client.setQueryData(['members', campaign], await putMembers(campaign, changed));
      setChanged(undefined);
      void message.success(t('saved'));
    } catch (error) {
      void message.error(error instanceof Error ? error.message : String(error), 6);
    } finally {
      setBusy(false);
    }
  };
  return { stored, members: changed ?? stored.data, isChanged: changed !== undefined, setMembers: setChanged, save, busy };
};

/** Who may enter a campaign, as whom. */
export const People = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(peopleWords);
  const { campaign = '' } = useParams();
  const { stored, members, isChanged, setMembers, save, busy } = usePeople(campaign);
  const draft = useQuery({ queryKey: ['draft-units', campaign], queryFn: () => getDraft(campaign) });
  const units = draft.data ? namesFor(draft.data.plan, 'unit').map((u) => u.name) : [];
  const list = members ?? [];
  return (
    <Shell
      door="design"
      session={session}
      campaign={campaign}
      status={<Link to={`/${campaign}`}>‹ {t('back')}</Link>}
      actions={
        <Button type="primary" disabled={!isChanged} loading={busy} onClick={() => void save()}>
          {busy ? t('saving') : t('save')}
        </Button>
      }
    >
      <div className="people">
        <h1>{t('title')}</h1>
        <p className="field-note">{t('lead')}</p>
        {stored.isPending && <p role="status">{t('loading')}</p>}
        {stored.error && <p role="alert">{stored.error.message}</p>}
        {members && list.length === 0 && <p className="empty-list">{t('none')}</p>}
        {list.length > 0 && (
          <table className="people-table">
            <thead>
              <tr>
                <th scope="col">{t('name')}</th>
                <th scope="col">{t('unit')}</th>
                <th scope="col">{t('roles')}</th>
                <th aria-label={t('remove')} />
              </tr>
            </thead>
            <tbody>
              {list.map((member) => (
                <PersonRow
                  key={member.account}
                  member={member}
                  units={units}
                  change={(next) => setMembers(list.map((m) => (m.account === member.account ? { ...m, ...next } : m)))}
                  remove={() => setMembers(list.filter((m) => m.account !== member.account))}
                />
              ))}
            </tbody>
          </table>
        )}
        {isChanged && <p className="people-unsaved">▲ {t('unsaved')}</p>}
        {session.account.admin ? (
          <AddPerson
            members={list}
            add={({ id, login, name }) => setMembers([...list, { account: id, login, name, unit: '', roles: [] }])}
          />
        ) : (
          <p className="field-note">{t('adminOnly')}</p>
        )}
      </div>
    </Shell>
  );
};
