import { useQueryClient } from '@tanstack/react-query';
import type { SessionView } from '@xiuhua/engine';
import { useState } from 'react';
import { post, Refused } from '../shared/api.ts';
import { doorsOf } from '../shared/doors.ts';
import { nextAddress, sessionKey } from '../shared/session.ts';

/**
 * Where somebody who just signed in goes: to the page that asked for it, else through the only door open to him,
 * else nowhere: he chooses.
 */
export const landing = (session: SessionView, search: string): string | undefined => {
  const doors = doorsOf(session);
  return nextAddress(search) ?? (doors.length === 1 ? doors[0]?.href : undefined);
};

/** Opens a session by `path` and goes on from there; says whether it is busy and why it was refused. */
export const useSignIn = (path: '/session' | '/setup') => {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const open = async (body: Readonly<Record<string, string>>): Promise<void> => {
    setBusy(true);
    setRefusal('');
    try {
      const session = await post<SessionView>(path, body);
      const next = landing(session, location.search);
      if (next) location.assign(next);
      else client.setQueryData(sessionKey, session);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      setRefusal(error.message);
    } finally {
      setBusy(false);
    }
  };
  return { open, busy, refusal };
};

/** The filled values of a form, and the names of the fields left empty. */
export const readForm = <K extends string>(form: HTMLFormElement, names: readonly K[]) => {
  const data = new FormData(form);
  const values = Object.fromEntries(names.map((name) => [name, String(data.get(name) ?? '')])) as Record<K, string>;
  return { values, empty: names.filter((name) => values[name].trim() === '') };
};
