import { SignIn } from '../sign-in/SignIn.tsx';
import { Today } from '../today/Today.tsx';
import { useInspect } from './context.ts';
import { later } from './Later.tsx';
import { readRoute, useHash } from './route.ts';
import { Toast } from './Toast.tsx';

/** The form, which the door fetches as soon as it stands and nothing presses. */
export const fetchFill = () => import('../fill/Fill.tsx').then((m) => m.Fill);
const Fill = later(fetchFill);
const Outbox = later(() => import('../outbox/Outbox.tsx').then((m) => m.Outbox));
const Messages = later(() => import('../messages/Messages.tsx').then((m) => m.Messages));
const Settings = later(() => import('../settings/Settings.tsx').then((m) => m.Settings));
const NoRole = later(() => import('../sign-in/NoRole.tsx').then((m) => m.NoRole));
const Register = later(() => import('../register/Register.tsx').then((m) => m.Register));
const LockScreen = later(() => import('../lock/LockScreen.tsx').then((m) => m.LockScreen));

const Screen = () => {
  const route = readRoute(useHash());
  switch (route.screen) {
    case 'fill':
      return <Fill key={route.duty} duty={route.duty} />;
    case 'outbox':
      return <Outbox />;
    case 'messages':
      return <Messages />;
    case 'settings':
      return <Settings />;
    case 'register':
      return <Register code={route.code} />;
    case 'site':
      return <Today key={route.site} site={route.site} />;
    case 'today':
      return <Today />;
  }
};

/** The door: the sign-in of a phone that knows nobody, a word to who inspects nowhere, else the screen of the address. */
export const App = () => {
  const ready = useInspect((s) => s.ready);
  const session = useInspect((s) => s.session);
  const campaign = useInspect((s) => s.campaign);
  const locked = useInspect((s) => s.locked);
  const route = readRoute(useHash());
  if (!ready) return null;
  if (!session) return route.screen === 'register' ? <Register code={route.code} /> : <SignIn />;
  if (locked) return <LockScreen />;
  if (!campaign && route.screen !== 'register') return <NoRole name={session.account.name} />;
  return (
    <>
      <Screen />
      <Toast />
    </>
  );
};
