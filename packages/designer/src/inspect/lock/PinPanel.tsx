import { type FormEvent, useEffect, useState } from 'react';
import { usePocket } from '../app/context.ts';
import { PinInput } from './PinInput.tsx';
import { canLock, dropPin, isPin, setPin, storedPin, tryPin } from './pin.ts';
import { useLockWords } from './words.ts';

interface FormProps {
  readonly has: boolean;
  readonly onDone: (has: boolean) => void;
}

/** Sets, changes or takes the PIN away; who has one must give it first. */
const PinForm = ({ has, onDone }: FormProps) => {
  const t = useLockWords();
  const { device, state } = usePocket();
  const [old, setOld] = useState('');
  const [pin, setNew] = useState('');
  const [again, setAgain] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const proved = async (): Promise<boolean> => {
    if (!has) return true;
    const end = await tryPin(device, old, Date.now());
    if (end.kind === 'right') return true;
    setWrong(end.wait > 0 ? t('wrongWait', { n: Math.ceil(end.wait / 1000) }) : t('wrong'));
    return false;
  };
  const finish = async (work: () => Promise<unknown>, left: boolean) => {
    setBusy(true);
    if (await proved()) {
      await work();
      state.set({ notice: { text: t(left ? 'kept' : 'removed') } });
      onDone(left);
    }
    setBusy(false);
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (!isPin(pin)) return setWrong(t('sixDigits'));
    if (pin !== again) return setWrong(t('differ'));
    setWrong('');
    void finish(() => setPin(device, pin), true);
  };
  return (
    <form className="sign-in-form" onSubmit={keep}>
      {has && <PinInput label={t('current')} value={old} onChange={setOld} />}
      <PinInput label={t('first')} value={pin} onChange={setNew} />
      <PinInput label={t('again')} value={again} onChange={setAgain} />
      <div role="alert">{wrong && <p className="wrong">{wrong}</p>}</div>
      <div className="actions">
        <button type="submit" className="primary" disabled={busy}>
          {t('keep')}
        </button>
        {has && (
          <button type="button" disabled={busy} onClick={() => void finish(() => dropPin(device), false)}>
            {t('remove')}
          </button>
        )}
      </div>
    </form>
  );
};

/** The PIN in the settings. */
export const PinPanel = () => {
  const t = useLockWords();
  const { device } = usePocket();
  const [has, setHas] = useState<boolean | null>(null);
  const [open, setOpen] = useState(false);
  useEffect(() => void storedPin(device).then((pin) => setHas(pin !== undefined)), [device]);
  const done = (left: boolean) => {
    setHas(left);
    setOpen(false);
  };
  return (
    <section className="panel">
      <h2>{t('title')}</h2>
      <p>{canLock() ? t(has ? 'on' : 'off') : t('cannot')}</p>
      {open && <PinForm has={has === true} onDone={done} />}
      {!open && canLock() && has !== null && (
        <button type="button" onClick={() => setOpen(true)}>
          {t(has ? 'change' : 'set')}
        </button>
      )}
    </section>
  );
};
