import { useState } from 'react';
import { Refused } from '../../shared/api.ts';
import { type ImportKind, judgeFile, type Reading, type Verdict } from './verdict.ts';

/** How far an import has come. */
export interface Importing {
  readonly file: File | undefined;
  readonly reading: boolean;
  readonly verdict: Verdict | undefined;
  /** Why the file cannot be read at all. */
  readonly refusal: string | undefined;
  /** Has a file judged; a later call overtakes an earlier one. */
  readonly judge: (file: File, how: Reading) => void;
}

let latest = 0;

/** Judging files for an import, one at a time. */
export const useImport = (campaign: string, kind: ImportKind): Importing => {
  const [state, setState] = useState<Omit<Importing, 'judge'>>({ file: undefined, reading: false, verdict: undefined, refusal: undefined });
  const judge = (file: File, how: Reading): void => {
    latest += 1;
    const own = latest;
    setState({ file, reading: true, verdict: undefined, refusal: undefined });
    judgeFile(campaign, kind, file, how)
      .then((verdict) => ({ verdict, refusal: undefined }))
      .catch((error: unknown) => ({ verdict: undefined, refusal: error instanceof Refused ? error.message : String(error) }))
      .then((found) => {
        if (own === latest) setState({ file, reading: false, ...found });
      });
  };
  return { ...state, judge };
};
