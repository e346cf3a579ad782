import { type FormEvent, useEffect, useState } from 'react';
import { Mark } from '../../shared/Mark.tsx';
import { useInspect, usePocket } from '../app/context.ts';
import { SignInForm } from '../sign-in/SignInForm.tsx';
import { PinInput } from './PinInput.tsx';
import { dropPin, type Try, tryPin } from './pin.ts';
import { useLockWords } from './words.ts';

/** Seconds left until a try is looked at again. */
const useCountdown = (until: number): number => {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    setNow(Date.now());
    if (until <= Date.now()) return;
    const timer = setInterval(() => setNow(Date.now()), 500);
    return () => clearInterval(timer);
  }, [until]);
  return Math.max(0, Math.ceil((until - now) / 1000));
};

const Forgotten = ({ onBack }: { readonly onBack: () => void }) => {
  const t = useLockWords();
  const pocket = usePocket();
  const free = async () => {
    await dropPin(pocket.device);
    pocket.state.set({ locked: false });
  };
  return (
    <>
      <p>{t('forgotLead')}</p>
      <SignInForm onDone={() => void free()} />
      <button type="button" className="quiet" onClick={onBack}>
        {t('back')}
      </button>
    </>
  );
};

const PinForm = () => {
  const t = useLockWords();
  const pocket = usePocket();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [end, setEnd] = useState<Try | null>(null);
  const [until, setUntil] = useState(0);
  const left = useCountdown(until);
  const open = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const result = await tryPin(pocket.device, pin, Date.now());
    setBusy(false);
    setPin('');
    if (result.kind === 'right') return pocket.state.set({ locked: false });
    setEnd(result);
    setUntil(Date.now() + result.wait);
  };
  const said = () => {
    if (end?.kind === 'wrong') return left > 0 ? t('wrongWait', { n: left }) : t('wrong');
    return left > 0 ? t('wait', { n: left }) : '';
  };
  return (
    <form className="sign-in-form" onSubmit={(event) => void open(event)}>
      <PinInput label={t('locked')} value={pin} onChange={setPin} required />
      <div role="alert">{end && said() && <p className="wrong">{said()}</p>}</div>
      <button type="submit" className="primary wide" disabled={busy || left > 0 || pin.length < 6}>
        {t(busy ? 'checking' : 'open')}
      </button>
    </form>
  );
};

/** Stands before the door while it is locked. What waits to be sent is sent behind it all the same. */
export const LockScreen = () => {
  const t = useLockWords();
  const name = useInspect((s) => s.session?.account.name ?? '');
  const [forgotten, setForgotten] = useState(false);
  return (
    <main className="sign-in">
      <header>
        <Mark size={48} />
        <h1>{t('who', { name })}</h1>
      </header>
      {forgotten ? <Forgotten onBack={() => setForgotten(false)} /> : <PinForm />}
      {!forgotten && (
        <button type="button" className="quiet" onClick={() => setForgotten(true)}>
          {t('forgot')}
        </button>
      )}
    </main>
  );
};
