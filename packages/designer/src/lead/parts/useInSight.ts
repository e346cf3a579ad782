import { useEffect } from 'react';

/** Brings what an address asked for into sight, once it is there. */
export const useInSight = (id: string | undefined): void => {
  useEffect(() => {
    if (id) document.getElementById(id)?.scrollIntoView({ block: 'start' });
  }, [id]);
};
