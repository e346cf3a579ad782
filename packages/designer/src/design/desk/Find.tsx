import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, type InputRef, Modal } from 'antd';
import { useDeferredValue, useEffect, useRef, useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { valueAt } from '../draft/json.ts';
import { nameOf } from '../section/read.ts';
import { clauseAt, sectionAt } from '../section/sections.ts';
import { sectionTitle } from '../section/title.ts';
import { useDesk, useDraft } from './context.ts';
import { findIn } from './find.ts';
import { deskWords } from './words.ts';

/** Places listed at once. */
const most = 60;

const Results = ({ words, done }: { readonly words: string; readonly done: () => void }) => {
  const t = useWords(deskWords);
  const language = useLanguage();
  const { jump } = useDesk();
  const plan = useDraft((draft) => draft.present);
  const found = findIn(plan, words);
  if (words.trim() === '') return null;
  if (found.length === 0) return <p className="field-note">{t('findNone', { text: words })}</p>;
  return (
    <ul className="found">
      {found.slice(0, most).map(({ place, text }) => (
        <li key={place}>
          <button
            type="button"
            onClick={() => {
              done();
              jump(place);
            }}
          >
            <span className="found-section">
              {sectionTitle(sectionAt(place), language)}
              <br />
              {nameOf(valueAt(plan, clauseAt(place) ?? place))}
            </span>
            <span className="found-text">{text}</span>
          </button>
        </li>
      ))}
      {found.length > most && <li className="field-note">{t('findMore', { n: found.length - most })}</li>}
    </ul>
  );
};

/** Finds words anywhere in the plan and leads to them. Opens by its button or Ctrl+K. */
export const Find = () => {
  const t = useWords(deskWords);
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const field = useRef<InputRef>(null);
  const deferred = useDeferredValue(words);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    globalThis.addEventListener('keydown', onKey);
    return () => globalThis.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined aria-hidden />}
        title={t('findHint')}
        aria-label={t('find')}
        onClick={() => setOpen(true)}
      />
      <Modal
        open={open}
        footer={null}
        title={t('findHint')}
        onCancel={() => setOpen(false)}
        afterOpenChange={(shown) => shown && field.current?.focus({ cursor: 'all' })}
        destroyOnHidden
      >
        <Input ref={field} aria-label={t('find')} allowClear value={words} onChange={({ target }) => setWords(target.value)} />
        <Results words={deferred} done={() => setOpen(false)} />
      </Modal>
    </>
  );
};
