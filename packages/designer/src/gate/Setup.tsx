import { type FormEvent, useState } from 'react';
import { useWords } from '../shared/language.ts';
import { Field } from './Field.tsx';
import { readForm, useSignIn } from './useSignIn.ts';
import { gateWords } from './words.ts';

const names = ['code', 'login', 'name', 'password'] as const;

/** The very first start: the code from the server's window makes the first administrator. */
export const Setup = () => {
  const t = useWords(gateWords);
  const { open, busy, refusal } = useSignIn('/setup');
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const labels = { code: t('setupCode'), login: t('setupLogin'), name: t('setupName'), password: t('setupPassword') };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = readForm(event.currentTarget, names);
    setEmpty(form.empty);
    if (form.empty.length === 0) void open(form.values);
  };
  const missing = (name: (typeof names)[number]) => (empty.includes(name) ? t('required', { field: labels[name] }) : undefined);
  return (
    <form className="gate-card gate-alone" onSubmit={submit} noValidate>
      <h1>{t('setupTitle')}</h1>
      <p className="gate-note">{t('setupNote')}</p>
      <Field label={labels.code} name="code" autoComplete="one-time-code" error={missing('code')} autoFocus />
      <Field label={labels.login} name="login" autoComplete="username" error={missing('login')} />
      <Field label={labels.name} name="name" autoComplete="off" note={t('setupNameNote')} error={missing('name')} />
      <Field
        label={labels.password}
        name="password"
        type="password"
        autoComplete="new-password"
        note={t('setupPasswordNote')}
        error={missing('password')}
      />
      {refusal && (
        <p className="gate-error" role="alert">
          {refusal}
        </p>
      )}
      <button type="submit" className="gate-primary" disabled={busy}>
        {busy ? t('setupWorking') : t('setupButton')}
      </button>
    </form>
  );
};
