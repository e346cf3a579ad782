import { type FormEvent, useState } from 'react';
import { useWords } from '../shared/language.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { Field } from './Field.tsx';
import { Stitches } from './Stitches.tsx';
import { readForm, useSignIn } from './useSignIn.ts';
import { gateWords } from './words.ts';

const names = ['login', 'password'] as const;

/** Login and password; on the demo county also its people as cards to step into. */
export const SignIn = () => {
  const t = useWords(gateWords);
  const { open, busy, refusal } = useSignIn('/session');
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = readForm(event.currentTarget, names);
    setEmpty(form.empty);
    if (form.empty.length === 0) void open(form.values);
  };
  const missing = (name: (typeof names)[number]) => (empty.includes(name) ? t('required', { field: t(name) }) : undefined);
  return (
    <>
      <section className="gate-split">
        <div className="gate-say">
          <h1>
            {t('tagline1')} <span>{t('tagline2')}</span>
          </h1>
          <Stitches />
          <ul>
            <li>{t('point1')}</li>
            <li>{t('point2')}</li>
            <li>{t('point3')}</li>
          </ul>
        </div>
        <form className="gate-card" onSubmit={submit} noValidate>
          <h2>{t('signInTitle')}</h2>
          <Field label={t('login')} name="login" autoComplete="username" error={missing('login')} autoFocus />
          <Field label={t('password')} name="password" type="password" autoComplete="current-password" error={missing('password')} />
          {refusal && (
            <p className="gate-error" role="alert">
              {refusal}
            </p>
          )}
          <button type="submit" className="gate-primary" disabled={busy}>
            {busy ? t('signingIn') : t('signIn')}
          </button>
        </form>
      </section>
      <DemoAccounts enter={open} busy={busy} />
    </>
  );
};
