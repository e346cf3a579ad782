import { RedoOutlined, UndoOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import { useWords } from '../../shared/language.ts';
import type { Edit } from '../draft/edits.ts';
import { useDesk, useDraft } from './context.ts';
import { deskWords } from './words.ts';

/** The place an edit was made at, to show what undoing it changed. */
const placeOf = (edit: Edit): string | undefined => {
  switch (edit.type) {
    case 'WriteClause':
    case 'RemoveClause':
      return edit.at;
    case 'AddClause':
    case 'MoveClause':
      return edit.list;
    case 'SetRole':
    case 'SplitTask':
      return '/responsibility/tasks';
    case 'ReplacePlan':
      return edit.at;
    default:
      return undefined;
  }
};

/** Undo and redo, by button and keyboard, for every edit; the section of what changed comes into view. */
export const UndoRedo = ({ show, saveNow }: { readonly show: (place: string) => void; readonly saveNow: () => void }) => {
  const t = useWords(deskWords);
  const { store, hand } = useDesk();
  const canUndo = useDraft((draft) => draft.past.length > 0);
  const canRedo = useDraft((draft) => draft.future.length > 0);
  const go = (direction: 'undo' | 'redo') => {
    const { past, future } = store.get();
    const step = direction === 'undo' ? past.at(-1) : future[0];
    if (!step) return;
    const place = placeOf(step.edit);
    if (step.edit.type !== 'WriteClause' || hand.focus.get().open !== step.edit.at) hand.close();
    store[direction]();
    if (place !== undefined) show(place);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== 'z' && key !== 'y' && key !== 's') return;
      event.preventDefault();
      if (key === 's') saveNow();
      else go(key === 'y' || event.shiftKey ? 'redo' : 'undo');
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  });
  return (
    <span className="undo-redo">
      <Button
        type="text"
        icon={<UndoOutlined aria-hidden />}
        disabled={!canUndo}
        title={t('undoKeys')}
        aria-label={t('undo')}
        onClick={() => go('undo')}
      />
      <Button
        type="text"
        icon={<RedoOutlined aria-hidden />}
        disabled={!canRedo}
        title={t('redoKeys')}
        aria-label={t('redo')}
        onClick={() => go('redo')}
      />
    </span>
  );
};
