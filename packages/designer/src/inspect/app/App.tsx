import { Fill } from '../fill/Fill.tsx';
import { Outbox } from '../outbox/Outbox.tsx';
import { Settings } from '../settings/Settings.tsx';
import { NoRole } from '../sign-in/NoRole.tsx';
import { SignIn } from '../sign-in/SignIn.tsx';
import { Today } from '../today/Today.tsx';
import { useInspect } from './context.ts';
import { readRoute, useHash } from './route.ts';
import { Toast } from './Toast.tsx';

const Screen = () => {
  const route = readRoute(useHash());
  switch (route.screen) {
    case 'fill':
      return <Fill key={route.duty} duty={route.duty} />;
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
