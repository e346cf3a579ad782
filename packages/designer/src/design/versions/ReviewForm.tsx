import { Alert, App, Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { Refused } from '../../shared/api.ts';
import { freshId } from '../../shared/id.ts';
import { useLanguage, useWords } from '../../shared/language.ts';
import type { Json } from '../draft/json.ts';
import { command } from '../save/server.ts';
import { headingAt } from '../section/title.ts';
import { versionWords } from './words.ts';

/** Remarks on single clauses while they are written, by their place; the empty text is a field just opened. */
export type Remarks = Readonly<Record<string, string>>;

interface RemarkFieldProps {
  readonly plan: Json;
  readonly at: string;
  readonly remarks: Remarks;
  readonly onChange: (remarks: Remarks) => void;
}

/** Behind a clause: the way to say something about it, and what was said. */
export const RemarkField = ({ plan, at, remarks, onChange }: RemarkFieldProps) => {
  const t = useWords(versionWords);
  const language = useLanguage();
  const where = headingAt(plan, at, language);
  const text = remarks[at];
  if (text === undefined)
    return (
      <Button
        size="small"
        type="text"
        className="remark-add"
        aria-label={t('remarkAt', { where })}
        onClick={() => onChange({ ...remarks, [at]: '' })}
      >
        {t('remark')}
      </Button>
    );
  return (
    <Input.TextArea
      autoFocus
      className="remark-field"
      aria-label={t('remarkAt', { where })}
      autoSize={{ minRows: 1, maxRows: 6 }}
      maxLength={500}
      value={text}
      onChange={({ target }) => onChange({ ...remarks, [at]: target.value })}
    />
  );
};

interface ReviewFormProps {
  readonly campaign: string;
  readonly plan: string;
  readonly remarks: Remarks;
  /** Whether the draft was changed since it was asked about. */
  readonly moved: boolean;
  readonly onReviewed: () => Promise<unknown>;
}

/** Passes the draft or returns it. */
export const ReviewForm = ({ campaign, plan, remarks, moved, onReviewed }: ReviewFormProps) => {
  const t = useWords(versionWords);
  const { message } = App.useApp();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const id = useRef(freshId());
  const said = Object.fromEntries(Object.entries(remarks).filter(([, words]) => words.trim() !== ''));
  const judge = async (passed: boolean) => {
    setBusy(true);
    setRefusal('');
    try {
      await command(campaign, id.current, { type: 'ReviewPlan', plan, passed, text: text.trim(), remarks: said });
      void message.success(t(passed ? 'passDone' : 'backDone'));
      await onReviewed();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      id.current = freshId();
      setRefusal(error.message);
    }
    setBusy(false);
  };
  const n = Object.keys(said).length;
  return (
    <section className="review-form" aria-labelledby="review-title">
      <h2 id="review-title">{t('review')}</h2>
      <p className="field-note">{t('reviewLead')}</p>
      {moved && <Alert type="warning" showIcon title={t('moved')} />}
      <label htmlFor="review-text">{t('reviewText')}</label>
      <Input.TextArea id="review-text" rows={3} maxLength={1000} value={text} onChange={({ target }) => setText(target.value)} />
      {n > 0 && <p className="field-note">{t('remarksN', { n })}</p>}
      {refusal && <Alert type="error" showIcon title={refusal} />}
      <div className="review-buttons">
        <Button type="primary" loading={busy} onClick={() => void judge(true)}>
          {t('pass')}
        </Button>
        <Button disabled={busy || (n === 0 && text.trim() === '')} onClick={() => void judge(false)}>
          {t('sendBack')}
        </Button>
      </div>
    </section>
  );
};
