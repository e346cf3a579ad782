import { useWords } from '../../shared/language.ts';
import type { Movement } from '../say/movement.ts';
import styles from './parts.module.css';

const words = {
  zh: { up: '上升 {n} 位', down: '下降 {n} 位', same: '持平', new: '首次参排', unranked: '不排名' },
  en: { up: 'up {n}', down: 'down {n}', same: 'unchanged', new: 'first time', unranked: 'not ranked' },
} as const;

/** How a unit moved: an arrow with the number of places, and the words for it. A step down is no alarm: it has no colour. */
export const MovementMark = ({ movement }: { readonly movement: Movement }) => {
  const t = useWords(words);
  if (movement.kind === 'up' || movement.kind === 'down') {
    const text = t(movement.kind, { n: movement.places });
    return (
      <span className={styles.move} title={text}>
        <span aria-hidden="true">
          {movement.kind === 'up' ? '↑' : '↓'} {movement.places}
        </span>
        <span className={styles.heard}>{text}</span>
      </span>
    );
  }
  return <span className={styles.moveNone}>{t(movement.kind)}</span>;
};
