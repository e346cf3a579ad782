import { useContext } from 'react';
import { usePocket } from '../app/context.ts';
import type { StoredVisit } from '../device/records.ts';
import { unanswered } from './field-store.ts';
import type { Section } from './form.ts';
import { isClosed, ReopenedContext, useFieldStore, useSection } from './hand.ts';
import { passRest } from './pass-rest.ts';
import { QuestionCard } from './QuestionCard.tsx';
import { useFillWords } from './words.ts';

interface SectionBlockProps {
  readonly section: Section;
  readonly index: number;
  readonly visit: StoredVisit | undefined;
  readonly pressed: boolean;
  /** True when the checklist has only this section: its heading would say nothing new. One without a name has none either. */
  readonly alone: boolean;
}

/** The questions of one task, how far they are, and one press that passes the rest of them. */
export const SectionBlock = ({ section, index, visit, pressed, alone }: SectionBlockProps) => {
  const t = useFillWords();
  const pocket = usePocket();
  const store = useFieldStore();
  const { of, complete } = useSection(index);
  const left = unanswered(store, section.questions);
  const reopened = useContext(ReopenedContext);
  if (section.questions.every((q) => !store.isAsked(q.name) || isClosed(reopened, q.name))) return null;
  const pass = () => passRest(pocket, store, left, (n) => t('restPassed', { n }));
  return (
    <section className="questions">
      {!alone && section.name && (
        <header>
          <h2>
            {section.name} <span className="number">{t('progress', { done: complete, of })}</span>
          </h2>
          {left.length > 0 && (
            <button type="button" className="quiet" onClick={pass}>
              {t('sectionPass')}
            </button>
          )}
        </header>
      )}
      {section.questions.map((question) => (
        <QuestionCard key={question.name} question={question} last={visit?.answers[question.name]} lastDay={visit?.day} pressed={pressed} />
      ))}
    </section>
  );
};
