import type { Severity } from '@xiuhua/engine';
import { useWords } from '../../shared/language.ts';
import { sideWords } from './words.ts';

const shapes: Readonly<Record<Severity, string>> = { error: '■', warning: '▲', hint: '●' };

/** The sign of a problem's weight: a shape, a colour and, for those who cannot see it, a word. */
export const Sign = ({ severity }: { readonly severity: Severity }) => {
  const t = useWords(sideWords);
  return (
    <span className={`sign ${severity}`} role="img" aria-label={t(severity)} title={t(severity)}>
      {shapes[severity]}
    </span>
  );
};
