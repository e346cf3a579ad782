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
  /** The campaign the person works in; empty for the administrator. */
  readonly campaign: string;
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
  const accounts = demo.data?.accounts ?? [];
  if (accounts.length === 0) return null;
  // The administrator, who works in none, comes last.
  const campaigns = [...new Set(accounts.map(({ campaign }) => campaign))].sort((a, b) => Number(a === '') - Number(b === ''));
  return (
    <section className="gate-demo" aria-labelledby="demo">
      <h2 id="demo">{t('demoTitle')}</h2>
      <p className="gate-note">{t('demoNote')}</p>
      {campaigns.map((campaign) => (
        <div key={campaign}>
          <h3>{campaign || t('demoSystem')}</h3>
          <div className="gate-cards">
            {accounts
              .filter((account) => account.campaign === campaign)
              .map(({ login, password, name, role, door }) => (
                <button key={login} type="button" className="gate-person" disabled={busy} onClick={() => void enter({ login, password })}>
                  <b>{name}</b>
                  <span>{isKnown(role) ? shared(role) : role}</span>
                  <span className="gate-go">{t('enter', { door: t(door) })} →</span>
                </button>
              ))}
          </div>
        </div>
      ))}
    </section>
  );
};
