import type { SessionView } from '@xiuhua/engine';
import { doorsOf, firstCampaign } from '../shared/doors.ts';
import { useWords } from '../shared/language.ts';
import { signOut } from '../shared/session.ts';
import { ChangePassword } from './ChangePassword.tsx';
import { Sessions } from './Sessions.tsx';
import { gateWords } from './words.ts';

/** The doors open to the person, each with what is behind it. */
export const ChooseDoor = ({ session }: { readonly session: SessionView }) => {
  const t = useWords(gateWords);
  const first = firstCampaign(session);
  const inFirst = doorsOf(session, first);
  const doors = doorsOf(session).map((door) => inFirst.find((d) => d.name === door.name) ?? door);
  return (
    <section className="gate-alone">
      <h1>{t('hello', { name: session.account.name })}</h1>
      {doors.length === 0 && (
        <div className="gate-card">
          <p>{t('noDoors')}</p>
          <button type="button" className="gate-primary" onClick={() => location.reload()}>
            {t('refresh')}
          </button>
        </div>
      )}
      <nav className="gate-doors">
        {doors.map((door) => (
          <a key={door.name} className="gate-door" href={door.href}>
            <b>{t(door.name)}</b>
            <span>{t(`${door.name}Note`)}</span>
          </a>
        ))}
      </nav>
      <Sessions />
      <ChangePassword />
      <button type="button" className="gate-plain" onClick={() => void signOut()}>
        {t('signOut')}
      </button>
    </section>
  );
};
