import { type FormEvent, useState } from 'react';
import { put, Refused } from '../shared/api.ts';
import { useWords } from '../shared/language.ts';
import { Field } from './Field.tsx';
import { readForm } from './useSignIn.ts';
import { gateWords } from './words.ts';

const names = ['old', 'password'] as const;

/** Folded away: the form with which the person gives himself another password. */
export const ChangePassword = () => {
  const t = useWords(gateWords);
  const [empty, setEmpty] = useState<readonly string[]>([]);
  const [said, setSaid] = useState<{ readonly good: boolean; readonly text: string }>();
  const labels = { old: t('oldPassword'), password: t('newPassword') };
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const { values, empty: missing } = readForm(form, names);
    setEmpty(missing);
    setSaid(undefined);
    if (missing.length > 0) return;
    try {
      await put('/session/password', values);
      form.reset();
      setSaid({ good: true, text: t('passwordChanged') });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setSaid({ good: false, text: error.message });
    }
  };
  const missing = (name: (typeof names)[number]) => (empty.includes(name) ? t('required', { field: labels[name] }) : undefined);
  return (
    <details className="gate-sessions">
      <summary>{t('changePassword')}</summary>
      <form className="gate-password" onSubmit={(event) => void submit(event)} noValidate>
        <Field label={labels.old} name="old" type="password" autoComplete="current-password" error={missing('old')} />
        <Field
          label={labels.password}
          name="password"
          type="password"
          autoComplete="new-password"
          note={t('setupPasswordNote')}
          error={missing('password')}
        />
        {said && (
          <p className={said.good ? 'gate-good' : 'gate-error'} role={said.good ? 'status' : 'alert'}>
            {said.text}
          </p>
        )}
        <button type="submit" className="gate-plain">
          {t('changePassword')}
        </button>
      </form>
    </details>
  );
};
