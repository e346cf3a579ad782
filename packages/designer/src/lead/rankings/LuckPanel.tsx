import { luckOf, type Standings, sayLuck } from '@xiuhua/engine';
import { useMemo } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { Panel } from '../parts/Panel.tsx';
import styles from './rankings.module.css';
import { rankingWords } from './words.ts';

/** How far the order can be trusted, in words; nothing where nothing was sampled. */
export const LuckPanel = ({ standings }: { readonly standings: Standings }) => {
  const t = useWords(rankingWords);
  const now = useLanguage();
  const luck = useMemo(() => luckOf(standings), [standings]);
  if (!luck) return null;
  return (
    <div className={styles.after}>
      <Panel title={t('luck')} note={t('luckNote')}>
        {sayLuck(luck, now).map((sentence) => (
          <p key={sentence} className={styles.sentence}>
            {sentence}
          </p>
        ))}
      </Panel>
    </div>
  );
};
