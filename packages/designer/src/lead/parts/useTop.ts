import { useEffect } from 'react';
import { useLocation, useNavigationType } from 'react-router';

/** Begins a newly opened page at its top; going back leaves the place to the browser. */
export const useTop = (): void => {
  const { pathname } = useLocation();
  const how = useNavigationType();
  useEffect(() => {
    if (pathname && how !== 'POP') scrollTo(0, 0);
  }, [pathname, how]);
};
