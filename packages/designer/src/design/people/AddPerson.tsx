import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Input, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { type Account, getAccounts, type Member, openAccount } from './server.ts';
import { peopleWords } from './words.ts';

interface AddPersonProps {
  readonly members: readonly Member[];
  readonly add: (account: Account) => void;
}

const NewAccount = ({ add }: Pick<AddPersonProps, 'add'>) => {
  const t = useWords(peopleWords);
  const client = useQueryClient();
  const [form, setForm] = useState({ login: '', name: '', password: '' });
  const [failure, setFailure] = useState('');
  const field = (key: keyof typeof form, label: string) => (
    <div className="field">
      <label className="field-label" htmlFor={`new-${key}`}>
        {label}
      </label>
      <Input
        id={`new-${key}`}
        type={key === 'password' ? 'password' : 'text'}
        autoComplete={key === 'password' ? 'new-password' : 'off'}
        value={form[key]}
        onChange={({ target }) => setForm((old) => ({ ...old, [key]: target.value }))}
      />
    </div>
  );
  const create = async () => {
    try {
      add(await openAccount(form));
      setForm({ login: '', name: '', password: '' });
      setFailure('');
      await client.invalidateQueries({ queryKey: ['accounts'] });
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      <div className="people-new">
        {field('name', t('name'))}
        {field('login', t('login'))}
        {field('password', t('password'))}
        <Button disabled={Object.values(form).some((value) => value.trim() === '')} onClick={() => void create()}>
          {t('create')}
        </Button>
      </div>
      <p className="field-note">{t('passwordNote')}</p>
      {failure && <Alert type="error" title={failure} />}
    </>
  );
};

const ExistingAccount = ({ members, add }: AddPersonProps) => {
  const t = useWords(peopleWords);
  const accounts = useQuery({ queryKey: ['accounts'], queryFn: getAccounts });
  const [id, setId] = useState<string>();
  const free = (accounts.data ?? []).filter((a) => !a.disabled && !members.some((m) => m.account === a.id));
  const chosen = free.find((a) => a.id === id);
  return (
    <div className="people-new">
      <Select
        className="people-account"
        aria-label={t('chooseAccount')}
        placeholder={t('chooseAccount')}
        showSearch={{ optionFilterProp: 'label' }}
        value={chosen?.id}
        options={free.map((a) => ({ value: a.id, label: `${a.name}（${a.login}）` }))}
        onChange={setId}
      />
      <Button disabled={!chosen} onClick={() => chosen && add(chosen)}>
        {t('include')}
      </Button>
    </div>
  );
};

/** Adds somebody: an account there is, or a new one. Administrators only. */
export const AddPerson = ({ members, add }: AddPersonProps) => {
  const t = useWords(peopleWords);
  const [way, setWay] = useState<'new' | 'existing'>('new');
  return (
    <section className="people-add" aria-label={t('add')}>
      <h2>{t('add')}</h2>
      <Segmented
        value={way}
        onChange={setWay}
        options={[
          { value: 'new', label: t('addNew') },
          { value: 'existing', label: t('addExisting') },
        ]}
      />
      {way === 'new' ? <NewAccount add={add} /> : <ExistingAccount members={members} add={add} />}
    </section>
  );
};
