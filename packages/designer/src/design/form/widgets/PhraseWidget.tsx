import type { WidgetProps } from '@rjsf/utils';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { EveryBuilder } from '../phrase/EveryBuilder.tsx';
import { type BuiltPhrase, sayPhrase } from '../phrase/say.ts';
import { RankBuilder, SitesBuilder, WithinBuilder } from '../phrase/SmallBuilders.tsx';
import { formWords } from '../words.ts';

const builders = { every: EveryBuilder, within: WithinBuilder, sites: SitesBuilder, rank: RankBuilder };

/** A phrase of the plan language, built from a few choices in words; below it how the phrase reads. */
export const PhraseWidget = ({ id, value, onChange, options }: WidgetProps) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const kind = options.kind as BuiltPhrase;
  const text = typeof value === 'string' ? value : undefined;
  const said = text === undefined ? undefined : sayPhrase(kind, text, now);
  const Builder = builders[kind];
  return (
    <div className="phrase" role="group" aria-labelledby={`${id}-label`}>
      <div className="phrase-parts">
        <Builder id={id} value={said === undefined ? undefined : text} onChange={onChange} />
      </div>
      {said !== undefined && <p className="phrase-said">{t('readsAs', { text: said })}</p>}
      {text !== undefined && said === undefined && <p className="phrase-said">{t('unreadable', { text })}</p>}
    </div>
  );
};
