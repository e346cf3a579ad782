import { useWords } from '../../shared/language.ts';
import { useRemarks } from './remarks.ts';
import { adoptWords } from './words.ts';

/** What a reviewer said about this place, beside the clause. */
export const Remarks = ({ at }: { readonly at: string }) => {
  const t = useWords(adoptWords);
  return useRemarks(at).map(({ text, by }) => (
    <p key={text} className="remark">
      <b>
        {t('remarkOf')}　{by}
      </b>
      {text}
    </p>
  ));
};
