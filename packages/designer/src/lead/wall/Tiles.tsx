import type { Board } from '@xiuhua/engine';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { addresses } from '../campaign/addresses.ts';
import { useHere } from '../campaign/here.ts';
import { Panel } from '../parts/Panel.tsx';
import { Shape } from '../parts/Shape.tsx';
import { arranged, swapped, tilesOf } from './tiles.ts';
import styles from './wall.module.css';
import { wallWords } from './words.ts';

const storageKey = (campaign: string) => `xiuhua.tiles.${campaign}`;

const kept = (campaign: string): readonly string[] => {
  try {
    const order: unknown = JSON.parse(localStorage.getItem(storageKey(campaign)) ?? '[]');
    return Array.isArray(order) ? order.filter((unit) => typeof unit === 'string') : [];
  } catch {
    return [];
  }
};

/**
 * The units as tiles, a schematic map without a map: shape, colour and words say how each stands. Their places can be
 * changed round and are kept on this device.
 */
export const Tiles = ({ board }: { readonly board: Board }) => {
  const t = useWords(wallWords);
  const { campaign } = useHere();
  const go = useNavigate();
  const to = addresses(campaign);
  const [order, setOrder] = useState(() => kept(campaign));
  const [arranging, setArranging] = useState(false);
  const [held, setHeld] = useState<string>();
  const tiles = arranged(tilesOf(board), order);
  const press = (unit: string) => {
    if (!arranging) return void go(to.unit(unit));
    if (held === undefined) return setHeld(unit);
    const next = swapped(
      tiles.map((tile) => tile.unit),
      held,
      unit,
    );
    localStorage.setItem(storageKey(campaign), JSON.stringify(next));
    setOrder(next);
    setHeld(undefined);
  };
  const toggle = () => {
    setArranging(!arranging);
    setHeld(undefined);
  };
  return (
    <Panel
      title={t('units')}
      note={arranging ? t('arrangeHint') : t('unitsNote')}
      more={<Button onClick={toggle}>{t(arranging ? 'arranged' : 'arrange')}</Button>}
    >
      <ul className={styles.tiles}>
        {tiles.map(({ unit, rank, overdue, place, shape, tone }) => (
          <li key={unit}>
            <button type="button" className={styles.tile} data-look={tone} data-held={held === unit} onClick={() => press(unit)}>
              <span>
                <span data-tone={tone}>
                  <Shape kind={shape} />
                </span>{' '}
                {unit}
              </span>
              <small>
                {[rank === null ? t('noRank') : t('rank', { n: rank }), place !== 'noRank' && t(place)].filter(Boolean).join(' · ')}
              </small>
              {overdue > 0 && (
                <small data-tone="late">
                  <Shape kind="square" size={10} /> {t('late', { n: overdue })}
                </small>
              )}
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
};
