import { type Day, isDay } from '@xiuhua/engine';
import { useSearchParams } from 'react-router';

/**
 * The past day that is shown, and how to choose another. It stands in the address as `?day=`, and every address inside
 * the campaign keeps it: a page can be loaded anew, sent on or opened beside, and still shows that day.
 */
export const useAsOf = (today: Day): readonly [asOf: Day | undefined, see: (day: Day | undefined) => void] => {
  const [search, setSearch] = useSearchParams();
  const written = search.get('day');
  const asOf = written !== null && isDay(written) && written < today ? written : undefined;
  const see = (day: Day | undefined): void =>
    setSearch((before) => {
      before.delete('day');
      if (day !== undefined) before.set('day', day);
      return before;
    });
  return [asOf, see];
};
