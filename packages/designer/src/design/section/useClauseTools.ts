import { App } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useDesk } from '../desk/context.ts';
import { indexOf, listAt, parentOf, valueAt } from '../draft/json.ts';
import { countRefs } from '../draft/rename.ts';
import { schemaAt } from '../draft/schema.ts';
import { blankFor, copyOf } from './blank.ts';
import { nameOf } from './read.ts';
import { sectionWords } from './words.ts';

/** What can be done to whole clauses: add, copy, move, remove. Each is one edit; what is still referred to is asked about. */
export const useClauseTools = () => {
  const { store, hand, today } = useDesk();
  const { modal } = App.useApp();
  const t = useWords(sectionWords);
  const language = useLanguage();
  const ground = () => ({ plan: store.get().present, today, language });

  const add = (list: string) => {
    hand.close();
    const index = listAt(store.get().present, list).length;
    store.edit({ type: 'AddClause', list, value: blankFor(list, ground()), index });
    hand.open(`${list}/${index}`, `${list}/${index}/name`, true);
  };
  const copy = (at: string) => {
    hand.close();
    const [list, index] = [parentOf(at), indexOf(at) + 1];
    store.edit({ type: 'AddClause', list, value: copyOf(list, valueAt(store.get().present, at) ?? {}, ground()), index });
    hand.open(`${list}/${index}`, `${list}/${index}/name`, true);
  };
  const move = (at: string, by: number) => {
    hand.close();
    const [list, from] = [parentOf(at), indexOf(at)];
    const to = from + by;
    if (to < 0 || to >= listAt(store.get().present, list).length) return;
    store.edit({ type: 'MoveClause', list, from, to });
    hand.open(`${list}/${to}`);
  };
  const remove = async (at: string) => {
    const plan = store.get().present;
    const name = nameOf(valueAt(plan, at));
    const kind = schemaAt(at).properties?.name?.declares;
    const n = kind && name ? countRefs(plan, kind, name) : 0;
    if (n > 0) {
      const sure = await modal.confirm({
        title: t('remove'),
        content: t('usedBy', { name, n }),
        okText: t('removeAnyway'),
        cancelText: t('keep'),
        okButtonProps: { danger: true },
      });
      if (!sure) return;
    }
    hand.close();
    store.edit({ type: 'RemoveClause', at });
  };
  return { add, copy, move, remove };
};
