import { type FormEvent, useState } from 'react';
import { Mark } from '../../shared/Mark.tsx';
import { useInspect, usePocket } from '../app/context.ts';
import { addressOf, leave } from '../app/route.ts';
import { registerPhone, type Signing } from '../app/sign-in.ts';
import { ScanSheet } from '../find/ScanSheet.tsx';
import { Refused } from '../sign-in/Refused.tsx';
import { useRegisterWords } from './words.ts';

const noSites: ReadonlySet<string> = new Set();

/** Lets this phone in with the code on the office's screen: scanned, or typed. */
export const Register = ({ code: scanned }: { readonly code: string }) => {
  const t = useRegisterWords();
  const pocket = usePocket();
  const session = useInspect((s) => s.session);
  const [code, setCode] = useState(scanned);
  const [device, setDevice] = useState('');
  const [busy, setBusy] = useState(false);
  const [scanning, setScanning] = useState(false);
  const [end, setEnd] = useState<Signing | null>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    const outcome = await registerPhone(pocket, code, device.trim() || t('thisPhone'));
    setBusy(false);
    setEnd(outcome);
    if (outcome.kind === 'done') leave();
  };
  return (
    <main className="sign-in">
      <header>
        <Mark size={48} />
        <h1>{t('title')}</h1>
        <p>{t('lead')}</p>
      </header>
      {session && <p className="banner amber">{t('already', { name: session.account.name })}</p>}
      <form className="sign-in-form" onSubmit={(event) => void submit(event)}>
        <label>
          {t('code')}
          <input autoCapitalize="characters" autoComplete="off" required value={code} onChange={(e) => setCode(e.target.value)} />
        </label>
        <button type="button" onClick={() => setScanning(true)}>
          {t('scan')}
        </button>
        <label>
          {t('device')}
          <input value={device} maxLength={40} placeholder={t('deviceHint')} onChange={(e) => setDevice(e.target.value)} />
        </label>
        <Refused end={end} noLine={t('noLine')} />
        <button type="submit" className="primary wide" disabled={busy}>
          {t(busy ? 'working' : 'register')}
        </button>
      </form>
      <a className="button" href={addressOf({ screen: 'today' })}>
        {t(session ? 'back' : 'password')}
      </a>
      {scanning && <ScanSheet sites={noSites} onClose={() => setScanning(false)} />}
    </main>
  );
};
