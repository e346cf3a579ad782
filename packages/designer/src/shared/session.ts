import { QueryClient, useQuery } from '@tanstack/react-query';
import type { SessionView } from '@xiuhua/engine';
import { useEffect } from 'react';
import { get, Refused, remove } from './api.ts';

/** The key under which the session is cached. */
export const sessionKey = ['session'] as const;

/** The address of the sign-in page that leads back to `here` afterwards. */
export const signInAddress = (here: string): string => `/?next=${encodeURIComponent(here)}`;

/**
 * Where to go after signing in: the `next` of the address when it is a path of this site, else nowhere in particular.
 * Anything that could lead to another site (`//host`, `https:`, a backslash) is ignored.
 */
export const nextAddress = (search: string): string | undefined => {
  const next = new URLSearchParams(search).get('next');
  return next && /^\/(?![/\\])[^\\]*$/.test(next) && next !== '/' ? next : undefined;
};

/** True when the server says that nobody is signed in. */
export const isSignedOut = (error: unknown): boolean => error instanceof Refused && error.status === 401;

/** The cache of what the server said. A refusal is never asked again; an unreachable server twice. */
export const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (count, error) => error instanceof Refused && (error.status === 0 || error.status >= 500) && count < 2,
      },
    },
  });

/** How the server is asked who is signed in. */
export const sessionQuery = { queryKey: sessionKey, queryFn: () => get<SessionView>('/session'), staleTime: 60_000 };

/** Who is signed in. With `guard` a page that needs somebody goes to the sign-in page when nobody is. */
export const useSession = ({ guard = true }: { readonly guard?: boolean } = {}) => {
  const session = useQuery<SessionView, Error>(sessionQuery);
  const out = guard && isSignedOut(session.error);
  useEffect(() => {
    if (out) location.replace(signInAddress(location.pathname + location.search + location.hash));
  }, [out]);
  return session;
};

/** Ends this session and shows the sign-in page. */
export const signOut = async (): Promise<void> => {
  await remove('/session').catch((error: unknown) => {
    if (!isSignedOut(error)) throw error;
  });
  location.assign('/');
};
