import type { ChangeEvent } from 'react';
import { Icon } from '../app/Icon.tsx';
import { PhotoImage } from '../app/PhotoImage.tsx';
import { Sheet } from '../app/Sheet.tsx';
import { longestCaption } from './answers.ts';
import { useFillWords } from './words.ts';

interface PhotoSheetProps {
  readonly hash: string;
  readonly caption: string;
  readonly onCaption: (caption: string) => void;
  readonly onClose: () => void;
  readonly onAgain: (event: ChangeEvent<HTMLInputElement>) => void;
  readonly onRemove: () => void;
}

/** One photo large: what is written on it, to be taken again or removed. */
export const PhotoSheet = ({ hash, caption, onCaption, onClose, onAgain, onRemove }: PhotoSheetProps) => {
  const t = useFillWords();
  const remove = () => {
    onRemove();
    onClose();
  };
  return (
    <Sheet title={t('photo')} onClose={onClose}>
      <PhotoImage hash={hash} alt={t('photo')} large />
      <label className="field">
        {t('caption')}
        <input
          type="text"
          value={caption}
          maxLength={longestCaption}
          placeholder={t('captionPlaceholder')}
          onChange={(event) => onCaption(event.target.value)}
        />
      </label>
      <div className="actions">
        <button type="button" onClick={remove}>
          {t('removePhoto')}
        </button>
        <label className="button primary">
          <input type="file" accept="image/*" capture="environment" className="hidden" onChange={onAgain} />
          <Icon name="camera" />
          {t('retake')}
        </label>
      </div>
    </Sheet>
  );
};
