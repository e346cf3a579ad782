import { type FormEvent, useEffect, useState } from 'react';
import { usePocket } from '../app/context.ts';
import { type DemoAccount, demoInspectors, type Signing, signIn } from '../app/sign-in.ts';
import { Refused } from './Refused.tsx';
import { useSignInWords } from './words.ts';

/** The inspectors of the demo county, to be signed in with one press. Shows nothing anywhere else. */
const DemoPeople = ({ busy, choose }: { readonly busy: boolean; readonly choose: (account: DemoAccount) => void }) => {
  const t = useSignInWords();
  const pocket = usePocket();
  const [people, setPeople] = useState<readonly DemoAccount[]>([]);
  useEffect(() => {
    let here = true;
    void demoInspectors(pocket).then((found) => here && setPeople(found));
    return () => {
      here = false;
    };
  }, [pocket]);
  if (people.length === 0) return null;
  return (
    <section className="demo">
      <h2>{t('demo')}</h2>
      <p className="note">{t('demoHint')}</p>
      {people.map((person) => (
        <button key={person.login} type="button" className="wide" disabled={busy} onClick={() => choose(person)}>
          {person.name}
        </button>
      ))}
    </section>
  );
};

/** Account and password, and what went wrong in words. */
export const SignInForm = ({ onDone }: { readonly onDone?: () => void }) => {
  const t = useSignInWords();
  const pocket = usePocket();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [busy, setBusy] = useState(false);
  const [end, setEnd] = useState<Signing | null>(null);

  const attempt = async (name: string, secret: string) => {
    setBusy(true);
    const outcome = await signIn(pocket, name, secret);
    setBusy(false);
    setEnd(outcome);
    if (outcome.kind === 'done') onDone?.();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void attempt(login, password);
  };

  return (
    <form className="sign-in-form" onSubmit={submit}>
      <label>
        {t('login')}
        <input autoComplete="username" autoCapitalize="none" required value={login} onChange={(e) => setLogin(e.target.value)} />
      </label>
      <label>
        {t('password')}
        <input type="password" autoComplete="current-password" required value={password} onChange={(e) => setPassword(e.target.value)} />
      </label>
      <Refused end={end} noLine={t('noLine')} />
      <button type="submit" className="primary wide" disabled={busy}>
        {t(busy ? 'signingIn' : 'signIn')}
      </button>
      <DemoPeople busy={busy} choose={(person) => void attempt(person.login, person.password)} />
    </form>
  );
};
