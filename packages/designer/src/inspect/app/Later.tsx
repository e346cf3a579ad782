import { type ComponentType, useEffect, useState } from 'react';

/** A component that is fetched when it is first shown; the service worker has kept it, so this works without a network. */
export const later = <P extends object>(fetchIt: () => Promise<ComponentType<P>>): ComponentType<P> => {
  let known: ComponentType<P> | undefined;
  return (props: P) => {
    const [Shown, setShown] = useState(() => known);
    useEffect(() => {
      if (known) return;
      void fetchIt().then((component) => {
        known = component;
        setShown(() => component);
      });
    }, []);
    return Shown ? <Shown {...props} /> : null;
  };
};
