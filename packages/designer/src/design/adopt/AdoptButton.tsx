import { Button, Tooltip } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useDesk, useFollowed } from '../desk/context.ts';
import { counts } from '../desk/problems.ts';
import { deskWords } from '../desk/words.ts';
import type { Saver } from '../save/saver.ts';
import { AdoptDialog } from './AdoptDialog.tsx';

/** The version in force: its hash and number. */
export interface Adopted {
  readonly hash: string;
  readonly version: number;
}

interface AdoptButtonProps {
  readonly campaign: string;
  readonly saver: Saver;
  readonly adopted: Adopted | null;
  readonly onAdopted: (adopted: Adopted) => void;
}

/** The one primary button of the desk. While it cannot be pressed it says why. */
export const AdoptButton = ({ campaign, saver, adopted, onAdopted }: AdoptButtonProps) => {
  const t = useWords(deskWords);
  const [open, setOpen] = useState(false);
  const { of, problems } = useFollowed(useDesk().checked);
  const { error } = counts(problems);
  const state = useFollowed(saver.state);
  const { hash } = useFollowed(saver.base);
  const stuck = state.kind === 'away' || state.kind === 'refused' || state.kind === 'moved';
  const same = adopted !== null && state.kind === 'saved' && adopted.hash === hash;
  const reason =
    of === undefined
      ? t('checking')
      : error > 0
        ? t('adoptErrors', { n: error })
        : stuck
          ? t('adoptUnsaved')
          : same
            ? t('adoptSame', { n: adopted.version })
            : '';
  return (
    <>
      <Tooltip title={reason}>
        {/* a disabled button tells no hover, so the reason hangs on its frame */}
        <span className="adopt-frame">
          <Button type="primary" disabled={reason !== ''} aria-description={reason || undefined} onClick={() => setOpen(true)}>
            {t('adopt')}
          </Button>
        </span>
      </Tooltip>
      {open && <AdoptDialog campaign={campaign} saver={saver} adopted={adopted} onAdopted={onAdopted} onClose={() => setOpen(false)} />}
    </>
  );
};
