import { clockOf } from '@xiuhua/engine';
import { Button, Modal } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk, useDraft, useFollowed } from '../desk/context.ts';
import { deskWords } from '../desk/words.ts';
import { sectionOf } from '../section/sections.ts';
import { sectionTitle } from '../section/title.ts';
import { type Change, changesBetween } from './changes.ts';
import { merge } from './merge.ts';
import { sayPlace } from './place.ts';
import type { Saver } from './saver.ts';
import type { ServerDraft } from './server.ts';

/** The clauses in which two plans differ, one line each. */
export const Changes = ({ changes }: { readonly changes: readonly Change[] }) => {
  const t = useWords(deskWords);
  const language = useLanguage();
  const verbs = { added: t('added'), removed: t('removed'), changed: t('edited') };
  if (changes.length === 0) return <p className="changes">{t('movedNothing')}</p>;
  return (
    <ul className="changes">
      {changes.map((c) => (
        <li key={`${c.section}${c.name}${c.kind}`}>
          {sectionTitle(sectionOf(c.section), language)} · {verbs[c.kind]} {c.name ? `“${c.name}”` : t('order')}
        </li>
      ))}
    </ul>
  );
};

interface ChoiceProps {
  readonly saver: Saver;
  readonly theirs: ServerDraft;
}

const Choice = ({ saver, theirs }: ChoiceProps) => {
  const t = useWords(deskWords);
  const language = useLanguage();
  const { store, hand } = useDesk();
  const mine = useDraft((draft) => draft.present);
  const base = useFollowed(saver.base);
  const merged = merge(base.plan, mine, theirs.plan);
  const take = (plan: typeof mine) => {
    hand.close();
    store.edit({ type: 'ReplacePlan', plan });
    saver.settle(theirs);
  };
  const places = merged.conflicts.map((place) => sayPlace(place, language)).join(language === 'zh' ? '；' : '; ');
  return (
    <>
      <p>{t('movedSame')}</p>
      <h4>{t('movedTheirs')}</h4>
      <Changes changes={changesBetween(base.plan, theirs.plan)} />
      <h4>{t('movedMine')}</h4>
      <Changes changes={changesBetween(base.plan, mine)} />
      <div className="moved-choices">
        {merged.conflicts.length === 0 ? (
          <div>
            <Button type="primary" onClick={() => take(merged.plan)}>
              {t('takeMerged')}
            </Button>
            <span className="field-note">{t('mergedNote')}</span>
          </div>
        ) : (
          <p>{t('conflictNote', { places })}</p>
        )}
        <div>
          <Button onClick={() => take(theirs.plan)}>{t('takeTheirs')}</Button>
          <span className="field-note">{t('takeTheirsNote')}</span>
        </div>
        <div>
          <Button onClick={() => take(mine)}>{t('takeMine')}</Button>
          <span className="field-note">{t('takeMineNote')}</span>
        </div>
      </div>
    </>
  );
};

/** Somebody saved in between: says who and what, and lets the person choose. Nothing is overwritten silently. */
export const MovedDialog = ({ saver }: { readonly saver: Saver }) => {
  const t = useWords(deskWords);
  const state = useFollowed(saver.state);
  if (state.kind !== 'moved') return null;
  const { theirs } = state;
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      footer={null}
      width={560}
      title={t('movedTitle', { name: theirs.savedBy, at: clockOf(theirs.savedAt) })}
    >
      <Choice saver={saver} theirs={theirs} />
    </Modal>
  );
};
