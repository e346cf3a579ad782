import type { DraftAnswer } from '../../device/records.ts';
import type { Value } from '../answers.ts';
import type { Question } from '../form.ts';

/** What every field of the form gets: the question, its answer, the id of its heading, and how to answer. */
export interface FieldProps {
  readonly question: Question;
  readonly answer: DraftAnswer | undefined;
  /** Id of the element that names the question. */
  readonly heading: string;
  /** Answers with a value; `undefined` takes the answer back. */
  readonly setValue: (value: Value | undefined) => void;
}
