import { type Day, isDay } from '@xiuhua/engine';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

/**
 * The past day that is shown on every page, and how to choose another. `?day=` in an address chooses one; it stays chosen
 * on the pages that are opened from there.
 */
export const useAsOf = (today: Day): readonly [asOf: Day | undefined, see: (day: Day | undefined) => void] => {
  const [search, setSearch] = useSearchParams();
  const written = search.get('day');
  const asked = written !== null && isDay(written) && written < today ? written : undefined;
  const [asOf, setAsOf] = useState(asked);
  useEffect(() => {
    if (asked !== undefined) setAsOf(asked);
  }, [asked]);
  const see = (day: Day | undefined): void => {
    setAsOf(day);
    setSearch((before) => {
      before.delete('day');
      if (day !== undefined) before.set('day', day);
      return before;
    });
  };
  return [asOf, see];
};
