import { type ComponentType, useEffect, useState } from 'react';

/** How long until a component that could not be fetched is tried again. */
const againMs = 2000;

/** A component that is fetched when it is first shown; the service worker has kept it, so this works without a network. */
export const later = <P extends object>(fetchIt: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let known: ComponentType<P> | undefined;
  return (props: P) => {
    const [Shown, setShown] = useState(() => known);
    useEffect(() => {
      if (known) return;
      let here = true;
      const attempt = () =>
        void fetchIt().then(
          (component) => {
            known = component;
            if (here) setShown(() => component);
          },
          () => here && setTimeout(attempt, againMs),
        );
      attempt();
      return () => {
        here = false;
      };
    }, []);
    return Shown ? <Shown {...props} /> : null;
  };
};
