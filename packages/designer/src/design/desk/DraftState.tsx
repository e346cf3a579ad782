import { App, Button, Tag, Tooltip } from 'antd';
import { useWords } from '../../shared/language.ts';
import type { Adopted } from '../adopt/AdoptButton.tsx';
import type { Saver } from '../save/saver.ts';
import { useFollowed } from './context.ts';
import { deskWords } from './words.ts';

/** Whether this is a draft, the version in force, or a draft that goes beyond it; with the hash of that version. */
export const DraftState = ({ saver, adopted }: { readonly saver: Saver; readonly adopted: Adopted | null }) => {
  const t = useWords(deskWords);
  const { message } = App.useApp();
  const state = useFollowed(saver.state);
  const { hash } = useFollowed(saver.base);
  if (!adopted) return <Tag className="state state-draft">◇ {t('draft')}</Tag>;
  const same = state.kind === 'saved' && hash === adopted.hash;
  const copy = async () => {
    await navigator.clipboard.writeText(adopted.hash);
    void message.success(t('copied'));
  };
  return (
    <Tooltip
      title={
        <>
          {t('hash', { hash: adopted.hash.slice(0, 16) })}…
          <Button size="small" type="link" onClick={() => void copy()}>
            {t('copyHash')}
          </Button>
        </>
      }
    >
      <Tag className={same ? 'state state-done' : 'state state-draft'} tabIndex={0}>
        {same ? `● ${t('adopted', { n: adopted.version })}` : `◇ ${t('adoptedChanged', { n: adopted.version })}`}
      </Tag>
    </Tooltip>
  );
};
