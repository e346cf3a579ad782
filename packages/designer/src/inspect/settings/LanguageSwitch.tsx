import { setLanguage, useLanguage } from '../../shared/language.ts';

/** Chinese or English, each named in itself. */
export const LanguageSwitch = () => {
  const now = useLanguage();
  return (
    <fieldset className="choice">
      <legend className="hidden">语言 Language</legend>
      {(['zh', 'en'] as const).map((language) => (
        <label key={language}>
          <input type="radio" name="language" checked={now === language} onChange={() => setLanguage(language)} />
          <span lang={language === 'zh' ? 'zh-CN' : 'en'}>{language === 'zh' ? '中文' : 'English'}</span>
        </label>
      ))}
    </fieldset>
  );
};
