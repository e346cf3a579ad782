import { useQuery } from '@tanstack/react-query';
import { get } from '../shared/api.ts';
import type { DoorName } from '../shared/doors.ts';
import { useWords } from '../shared/language.ts';
import { sharedWords } from '../shared/words.ts';
import { gateWords } from './words.ts';

/** An account of the demo county. */
interface DemoAccount {
  readonly login: string;
  readonly password: string;
  readonly name: string;
  readonly role: string;
  readonly door: DoorName;
}

const isKnown = (role: string): role is keyof typeof sharedWords.zh => role in sharedWords.zh;

interface DemoAccountsProps {
  readonly enter: (account: { readonly login: string; readonly password: string }) => Promise<void>;
  readonly busy: boolean;
}

/** The people of the demo county as cards: one click signs in. Nothing on any other server. */
export const DemoAccounts = ({ enter, busy }: DemoAccountsProps) => {
  const t = useWords(gateWords);
  const shared = useWords(sharedWords);
  const demo = useQuery({
    queryKey: ['demo'],
    queryFn: () => get<{ accounts: readonly DemoAccount[] }>('/demo'),
    retry: false,
    staleTime: Infinity,
  });
  if (!demo.data?.accounts.length) return null;
  return (
    <section className="gate-demo" aria-labelledby="demo">
      <h2 id="demo">{t('demoTitle')}</h2>
      <p className="gate-note">{t('demoNote')}</p>
      <div className="gate-cards">
        {demo.data.accounts.map(({ login, password, name, role, door }) => (
          <button key={login} type="button" className="gate-person" disabled={busy} onClick={() => void enter({ login, password })}>
            <b>{name}</b>
            <span>{isKnown(role) ? shared(role) : role}</span>
            <span className="gate-go">{t('enter', { door: t(door) })} →</span>
          </button>
        ))}
      </div>
    </section>
  );
};
