import { type Answer, canonicalText, type RecordView } from '@xiuhua/engine';

/** One item with the answer of every record, in the order of the records; absent where one did not answer. */
export interface ItemRow {
  readonly item: string;
  readonly answers: readonly (Answer | undefined)[];
  /** True when not all records say the same, the photos included. */
  readonly differs: boolean;
}

/** The answers of several records side by side, in the order of the checklist; items it does not know come last. */
export const sideBySide = (records: readonly RecordView[], items: readonly string[]): readonly ItemRow[] => {
  const names = [...new Set([...items, ...records.flatMap(({ answers }) => Object.keys(answers))])];
  return names
    .map((item): ItemRow => {
      const answers = records.map((record) => record.answers[item]);
      const texts = new Set(answers.map((answer) => (answer === undefined ? '' : canonicalText(answer))));
      return { item, answers, differs: texts.size > 1 };
    })
    .filter(({ answers }) => answers.some((answer) => answer !== undefined));
};
