import { type Day, type Plan, showPoints } from '@xiuhua/engine';
import { useEffect, useMemo, useRef, useState } from 'react';
import { usePocket } from '../app/context.ts';
import { Toast } from '../app/Toast.tsx';
import type { DraftAnswer } from '../device/records.ts';
import { type FieldStore, fieldStore, missing, unanswered } from '../fill/field-store.ts';
import { type Form, formOf } from '../fill/form.ts';
import { FieldStoreContext, useFieldStore, useTotals } from '../fill/hand.ts';
import { Progress } from '../fill/Progress.tsx';
import { passRest } from '../fill/pass-rest.ts';
import { SectionBlock } from '../fill/SectionBlock.tsx';
import { useFillWords } from '../fill/words.ts';
import { usePreviewWords } from './words.ts';

/** What the desk asks this page to show: a plan as it stands, and which of its checklists at which site on which day. */
interface Wanted {
  readonly type: 'xiuhua-preview';
  readonly plan: Plan;
  readonly checklist: string;
  readonly site: string;
  readonly day: Day;
  /** With a new round the form begins anew with these answers; what is answered is told to the desk with its round. */
  readonly round?: string;
  readonly answers?: Readonly<Record<string, DraftAnswer>>;
}

const isWanted = (data: unknown): data is Wanted =>
  typeof data === 'object' && data !== null && 'type' in data && data.type === 'xiuhua-preview';

/** The form of a plan that may be unfinished; `undefined` while it cannot be shown. */
const formOfDraft = ({ plan, checklist, site, day }: Wanted): Form | undefined => {
  try {
    return formOf({ ...plan, phases: plan.phases ?? [], schedule: plan.schedule ?? [] }, { checklist, site }, day);
  } catch {
    return undefined;
  }
};

/** Follows what the desk of the same site asks for, and says that it is ready to be asked. */
const useWanted = (): Wanted | undefined => {
  const [wanted, setWanted] = useState<Wanted>();
  useEffect(() => {
    const hear = ({ origin, source, data }: MessageEvent<unknown>) => {
      if (origin === location.origin && source === parent && isWanted(data)) setWanted(data);
    };
    addEventListener('message', hear);
    parent.postMessage({ type: 'xiuhua-preview-ready' }, location.origin);
    return () => removeEventListener('message', hear);
  }, []);
  return wanted;
};

/** What was answered so far goes on in the form as it is built anew; a new round begins with the answers the desk gives. */
const useStore = (form: Form | undefined, wanted: Wanted | undefined): FieldStore | undefined => {
  const kept = useRef<{ round: string | undefined; answers: Record<string, DraftAnswer> }>({ round: undefined, answers: {} });
  const { round } = wanted ?? {};
  const begun = wanted?.answers;
  const store = useMemo(() => {
    if (round !== kept.current.round) kept.current = { round, answers: { ...begun } };
    return form && fieldStore(form, kept.current.answers);
  }, [form, round, begun]);
  useEffect(
    () =>
      store?.onAny(() => {
        const answers = Object.fromEntries(store.answers());
        kept.current = { round, answers: { ...kept.current.answers, ...answers } };
        if (round !== undefined) parent.postMessage({ type: 'xiuhua-preview-answers', round, answers }, location.origin);
      }),
    [store, round],
  );
  return store;
};

const Bar = ({ form }: { readonly form: Form }) => {
  const t = useFillWords();
  const { of, complete } = useTotals();
  return (
    <header className="bar fill-bar">
      <h1>
        {form.site.name} <small>{form.checklist.checklist.name}</small>
      </h1>
      <strong className="done">{t('progress', { done: complete, of })}</strong>
      <Progress />
    </header>
  );
};

/** The two presses at the thumb. Nothing is handed in from here: submitting says what it would come to. */
const Foot = ({ onPress }: { readonly onPress: () => void }) => {
  const t = useFillWords();
  const p = usePreviewWords();
  const pocket = usePocket();
  const store = useFieldStore();
  const { lost } = useTotals();
  const left = unanswered(store);
  const submit = () => {
    onPress();
    const gaps = missing(store).length;
    pocket.state.set({ notice: { text: gaps > 0 ? p('gaps', { n: gaps }) : p('complete') } });
  };
  return (
    <footer className="submit-bar">
      <button type="button" disabled={left.length === 0} onClick={() => passRest(pocket, store, left, (n) => t('restPassed', { n }))}>
        {t('restPass')}
      </button>
      <button type="button" className="primary" onClick={submit}>
        {lost > 0 ? t('submitLost', { points: showPoints(lost) }) : t('submit')}
      </button>
    </footer>
  );
};

/** A checklist of a plan being written, as an inspector will fill it. Nothing is kept and nothing is sent. */
export const Preview = () => {
  const p = usePreviewWords();
  const wanted = useWanted();
  const form = useMemo(() => wanted && formOfDraft(wanted), [wanted]);
  const store = useStore(form, wanted);
  const [pressed, setPressed] = useState(false);
  if (!form || !store)
    return (
      <main className="empty">
        <p>{wanted ? p('unfinished') : p('waiting')}</p>
      </main>
    );
  return (
    <FieldStoreContext value={store}>
      <div className="screen fill">
        <Bar form={form} />
        <main>
          {form.sections.map((section, index) => (
            <SectionBlock
              key={section.questions[0]?.name}
              section={section}
              index={index}
              visit={undefined}
              pressed={pressed}
              alone={form.sections.length === 1}
            />
          ))}
        </main>
        <Foot onPress={() => setPressed(true)} />
      </div>
      <Toast />
    </FieldStoreContext>
  );
};
