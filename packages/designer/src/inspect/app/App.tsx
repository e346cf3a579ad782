import { lazy, Suspense } from 'react';
import { Outbox } from '../outbox/Outbox.tsx';
import { Settings } from '../settings/Settings.tsx';
import { NoRole } from '../sign-in/NoRole.tsx';
import { SignIn } from '../sign-in/SignIn.tsx';
import { Today } from '../today/Today.tsx';
import { useInspect } from './context.ts';
import { readRoute, useHash } from './route.ts';
import { Toast } from './Toast.tsx';

/**
 * The form is the larger half of the door, so the list does not wait for it. It is fetched at once all the same: a
 * page that stays open while the app is updated must not have to look for an older file.
 */
const form = import('../fill/Fill.tsx').then(({ Fill }) => ({ default: Fill }));
form.catch(() => undefined);
const Fill = lazy(() => form);

const Screen = () => {
  const route = readRoute(useHash());
  switch (route.screen) {
    case 'fill':
      return (
        <Suspense fallback={null}>
          <Fill key={route.duty} duty={route.duty} />
        </Suspense>
      );
    case 'outbox':
      return <Outbox />;
    case 'settings':
      return <Settings />;
    case 'today':
      return <Today />;
  }
};

/** The door: the sign-in of a phone that knows nobody, a word to who inspects nowhere, else the screen of the address. */
export const App = () => {
  const ready = useInspect((s) => s.ready);
  const session = useInspect((s) => s.session);
  const campaign = useInspect((s) => s.campaign);
  if (!ready) return null;
  if (!session) return <SignIn />;
  if (!campaign) return <NoRole name={session.account.name} />;
  return (
    <>
      <Screen />
      <Toast />
    </>
  );
};
