import type { Board, Standings } from '@xiuhua/engine';
import { App, Button } from 'antd';
import { type CSSProperties, type KeyboardEvent, useState } from 'react';
import { Link } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useMay } from '../campaign/here.ts';
import { useReach } from '../campaign/reach.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { MaybeLink } from '../parts/MaybeLink.tsx';
import { Panel } from '../parts/Panel.tsx';
import { Shape } from '../parts/Shape.tsx';
import { columnsOf, moved, type Place, type PlacedTile, placed, tilesOf } from './tiles.ts';
import styles from './wall.module.css';
import { wallWords } from './words.ts';

const at = ({ column, row }: Place): CSSProperties => ({ '--column': column, '--row': row }) as CSSProperties;

const steps: Readonly<Record<string, readonly [column: number, row: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const Said = ({ tile }: { readonly tile: PlacedTile }) => {
  const t = useWords(wallWords);
  const { unit, rank, overdue, place, shape, tone } = tile;
  return (
    <>
      <span>
        <span data-tone={tone}>
          <Shape kind={shape} />
        </span>{' '}
        {unit}
      </span>
      <small>{[rank === null ? t('noRank') : t('rank', { n: rank }), place !== 'noRank' && t(place)].filter(Boolean).join(' · ')}</small>
      {overdue > 0 && (
        <small data-tone="late">
          <Shape kind="square" size={10} /> {t('late', { n: overdue })}
        </small>
      )}
    </>
  );
};

/** The map as it is looked at: a tile opens its unit, its rank the reasons for it, its overdue findings exactly those. */
const Shown = ({ tiles, standings }: { readonly tiles: readonly PlacedTile[]; readonly standings: Standings | undefined }) => {
  const t = useWords(wallWords);
  const { to, findings } = useReach();
  return tiles.map(({ unit, rank, overdue, place, shape, tone, ...where }) => (
    <li key={unit} style={at(where)} className={styles.tile} data-look={tone}>
      <Link to={to.unit(unit)} className={styles.tileUnit}>
        <span data-tone={tone}>
          <Shape kind={shape} />
        </span>{' '}
        {unit}
      </Link>
      <small>
        {rank === null ? (
          t('noRank')
        ) : (
          <Link to={to.rankings({ ranking: standings?.ranking, period: standings?.period, unit })}>{t('rank', { n: rank })}</Link>
        )}
        {place !== 'noRank' && ` · ${t(place)}`}
      </small>
      {overdue > 0 && (
        <small data-tone="late">
          <MaybeLink to={findings({ unit, state: 'open', overdue: 'yes' })}>
            <Shape kind="square" size={10} /> {t('late', { n: overdue })}
          </MaybeLink>
        </small>
      )}
    </li>
  ));
};

interface ArrangingProps {
  readonly tiles: readonly PlacedTile[];
  readonly columns: number;
  readonly change: (tiles: readonly PlacedTile[]) => void;
}

/** The map while it is laid out: a tile is dragged, chosen and put down, or pushed with the arrow keys. */
const Arranging = ({ tiles, columns, change }: ArrangingProps) => {
  const t = useWords(wallWords);
  const [held, setHeld] = useState<string>();
  const rows = Math.max(...tiles.map(({ row }) => row)) + 1;
  const put = (unit: string | undefined, to: Place) => {
    if (unit !== undefined) change(moved(tiles, unit, to));
    setHeld(undefined);
  };
  const push = (event: KeyboardEvent, tile: PlacedTile) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const [column, row] = [tile.column + step[0], tile.row + step[1]];
    if (column >= 1 && column <= columns && row >= 1 && row <= rows) put(tile.unit, { column, row });
  };
  const cells = Array.from({ length: columns * rows }, (_, i): Place => ({ column: (i % columns) + 1, row: Math.floor(i / columns) + 1 }));
  return cells.map((cell) => {
    const tile = tiles.find((one) => one.column === cell.column && one.row === cell.row);
    return (
      <li
        key={tile?.unit ?? `${cell.column} ${cell.row}`}
        style={at(cell)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => put(event.dataTransfer.getData('text/plain') || undefined, cell)}
      >
        {tile ? (
          <button
            type="button"
            className={styles.tile}
            draggable
            data-look={tile.tone}
            data-held={held === tile.unit}
            aria-pressed={held === tile.unit}
            onDragStart={(event) => event.dataTransfer.setData('text/plain', tile.unit)}
            onKeyDown={(event) => push(event, tile)}
            onClick={() => (held === undefined ? setHeld(tile.unit) : put(held, cell))}
          >
            <Said tile={tile} />
          </button>
        ) : (
          <button
            type="button"
            className={styles.empty}
            disabled={held === undefined}
            aria-label={t('emptyCell', { row: cell.row, column: cell.column })}
            onClick={() => put(held, cell)}
          />
        )}
      </li>
    );
  });
};

/**
 * The units as tiles, a schematic map without a map: shape, colour and words say how each stands. The office lays it
 * out once for all who look.
 */
export const Tiles = ({ board }: { readonly board: Board }) => {
  const t = useWords(wallWords);
  const { message } = App.useApp();
  const may = useMay('ArrangeTiles');
  const command = useCommand();
  const [draft, setDraft] = useState<readonly PlacedTile[]>();
  const units = tilesOf(board);
  const columns = columnsOf(units.length, board.tiles);
  const wide = draft === undefined ? columns : Math.min(12, columns + 1);
  const tiles = draft ?? placed(units, board.tiles, columns);
  if (units.length === 0) return null;
  const keep = () =>
    command.mutate(
      { type: 'ArrangeTiles', tiles: tiles.map(({ unit, column, row }) => ({ unit, column, row })) },
      {
        onSuccess: () => {
          setDraft(undefined);
          void message.success(t('kept'));
        },
      },
    );
  const buttons = draft ? (
    <span className={styles.arrange}>
      <Button onClick={() => setDraft(undefined)}>{t('discard')}</Button>
      <Button type="primary" loading={command.isPending} onClick={keep}>
        {t('keep')}
      </Button>
    </span>
  ) : (
    may && (
      <span className={styles.arrange}>
        <Button onClick={() => setDraft(tiles)}>{t('arrange')}</Button>
      </span>
    )
  );
  return (
    <Panel title={t('units')} note={draft ? t('arrangeHint') : t('unitsNote')} more={buttons || undefined}>
      {command.error && <Trouble error={command.error} />}
      <ul className={styles.tiles} data-arranging={draft !== undefined} style={{ '--columns': wide } as CSSProperties}>
        {draft ? (
          <Arranging tiles={draft} columns={wide} change={setDraft} />
        ) : (
          <Shown tiles={tiles} standings={board.standings[0]?.standings} />
        )}
      </ul>
    </Panel>
  );
};
