import type { WidgetProps } from '@rjsf/utils';
import type { ComponentType } from 'react';
import { useLanguage, useWords } from '../../../shared/language.ts';
import { ByBuilder } from '../phrase/ByBuilder.tsx';
import type { BuilderProps } from '../phrase/builder.ts';
import { EveryBuilder } from '../phrase/EveryBuilder.tsx';
import { FailsBuilder } from '../phrase/FailsBuilder.tsx';
import { SitesBuilder } from '../phrase/SitesBuilder.tsx';
import { RankBuilder, WithinBuilder } from '../phrase/SmallBuilders.tsx';
import { type BuiltPhrase, sayPhrase } from '../phrase/say.ts';
import { TargetBuilder } from '../phrase/TargetBuilder.tsx';
import { WindowBuilder } from '../phrase/WindowBuilder.tsx';
import { formWords } from '../words.ts';

const builders: Readonly<Record<BuiltPhrase, ComponentType<BuilderProps>>> = {
  every: EveryBuilder,
  within: WithinBuilder,
  sites: SitesBuilder,
  rank: RankBuilder,
  by: ByBuilder,
  fails: FailsBuilder,
  target: TargetBuilder,
  window: WindowBuilder,
};

/** A phrase of the plan language, built from a few choices in words; below it how the phrase reads. */
export const PhraseWidget = ({ id, value, onChange, options }: WidgetProps) => {
  const t = useWords(formWords);
  const now = useLanguage();
  const kind = options.kind as BuiltPhrase;
  const text = typeof value === 'string' ? value : undefined;
  const said = text === undefined ? undefined : sayPhrase(kind, text, now);
  const Builder = builders[kind];
  return (
    <fieldset className="group phrase" aria-labelledby={`${id}-label`}>
      <div className="phrase-parts">
        <Builder
          id={id}
          value={said === undefined ? undefined : text}
          onChange={(phrase) => onChange(phrase === '' ? undefined : phrase)}
        />
      </div>
      {said !== undefined && kind !== 'by' && <p className="phrase-said">{t('readsAs', { text: said })}</p>}
      {text !== undefined && said === undefined && <p className="phrase-said">{t('unreadable', { text })}</p>}
    </fieldset>
  );
};
