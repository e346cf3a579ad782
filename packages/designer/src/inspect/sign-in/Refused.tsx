import type { Signing } from '../app/sign-in.ts';

/** Why somebody was not let in: the server's words, or that it was not reached. */
export const Refused = ({ end, noLine }: { readonly end: Signing | null; readonly noLine: string }) => (
  <div role="alert">
    {end?.kind === 'no-line' && <p className="wrong">{noLine}</p>}
    {end?.kind === 'refused' &&
      end.words.map((word) => (
        <p key={word} className="wrong">
          {word}
        </p>
      ))}
  </div>
);
