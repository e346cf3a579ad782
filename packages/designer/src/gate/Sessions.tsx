import { useQuery, useQueryClient } from '@tanstack/react-query';
import { clockOf, dayOf, type Instant } from '@xiuhua/engine';
import { get, remove } from '../shared/api.ts';
import { showDay } from '../shared/format.ts';
import { useLanguage, useWords } from '../shared/language.ts';
import { gateWords } from './words.ts';

interface OpenSession {
  readonly id: string;
  readonly lastSeen: Instant;
  readonly agent: string;
  readonly current: boolean;
}

const key = ['sessions'];

/** The devices on which the person is signed in; each can be signed out from here. */
export const Sessions = () => {
  const t = useWords(gateWords);
  const now = useLanguage();
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: key, queryFn: () => get<readonly OpenSession[]>('/sessions') });
  const end = async (id: string) => {
    await remove(`/sessions/${encodeURIComponent(id)}`);
    await client.invalidateQueries({ queryKey: key });
  };
  if (!sessions.data?.length) return null;
  const today = sessions.data.find((s) => s.current)?.lastSeen ?? sessions.data[0]?.lastSeen ?? '';
  return (
    <details className="gate-sessions">
      <summary>
        {t('sessions')} {sessions.data.length}
      </summary>
      <p className="gate-note">{t('sessionsNote')}</p>
      <ul>
        {sessions.data.map((s) => (
          <li key={s.id}>
            <span className="gate-agent">{s.agent || t('unknownAgent')}</span>
            <span className="gate-note">
              {s.current
                ? t('sessionCurrent')
                : t('sessionSeen', { at: `${showDay(dayOf(s.lastSeen), dayOf(today), now)} ${clockOf(s.lastSeen)}` })}
            </span>
            {!s.current && (
              <button type="button" className="gate-plain" onClick={() => void end(s.id)}>
                {t('sessionEnd')}
              </button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
};
