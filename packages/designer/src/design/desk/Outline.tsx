import { memo } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { listAt } from '../draft/json.ts';
import { sectionNumber } from '../section/number.ts';
import { type Section, sectionAt, sections } from '../section/sections.ts';
import { sectionTitle } from '../section/title.ts';
import { Sign } from '../side/Sign.tsx';
import { useDraft, useProblems } from './context.ts';
import { worst } from './problems.ts';
import { deskWords } from './words.ts';

interface OutlineProps {
  /** The section on the screen; none on a page beside the document. */
  readonly current: Section | undefined;
  readonly go: (section: Section) => void;
}

const Entry = ({ section, index, current, go }: OutlineProps & { readonly section: Section; readonly index: number }) => {
  const language = useLanguage();
  const problems = useProblems().filter((p) => sectionAt(p.place) === section);
  const severity = worst(problems);
  const lists = section.blocks.filter((b) => b.kind === 'list');
  const count = useDraft((draft) => Math.max(0, ...lists.map((b) => listAt(draft.present, b.at).length)));
  return (
    <li>
      <button type="button" className="outline-entry" aria-current={current === section ? 'true' : undefined} onClick={() => go(section)}>
        <span className="outline-number">{sectionNumber(index, language)}</span>
        <span className="outline-title">{sectionTitle(section, language)}</span>
        {count > 0 && <span className="outline-count">{count}</span>}
        <span className="outline-mark">{severity && <Sign severity={severity} />}</span>
      </button>
    </li>
  );
};

/** The sections of the plan in the order of the official text, each with the sign of its worst problem. */
export const Outline = memo((props: OutlineProps) => {
  const t = useWords(deskWords);
  return (
    <nav className="outline" aria-label={t('outline')}>
      <ol>
        {sections.map((section, index) => (
          <Entry key={section.id} {...props} section={section} index={index} />
        ))}
      </ol>
    </nav>
  );
});
