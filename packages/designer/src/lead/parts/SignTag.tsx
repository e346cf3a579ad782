import { useWords } from '../../shared/language.ts';
import { type Sign, signWords } from '../say/sign.ts';
import styles from './parts.module.css';
import { Shape } from './Shape.tsx';

/** A state: its shape, its word and its colour together. */
export const SignTag = ({ sign }: { readonly sign: Sign }) => {
  const t = useWords(signWords);
  return (
    <span className={styles.sign} data-tone={sign.tone}>
      <Shape kind={sign.shape} />
      {t(sign.word)}
    </span>
  );
};
