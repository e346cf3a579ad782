import { Mark } from '../../shared/Mark.tsx';
import { addressOf } from '../app/route.ts';
import { LanguageSwitch } from '../settings/LanguageSwitch.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useSignInWords } from './words.ts';

/** The first screen of a phone on which nobody is signed in. */
export const SignIn = () => {
  const t = useSignInWords();
  return (
    <main className="sign-in">
      <header>
        <Mark size={48} />
        <h1>
          {t('product')} <span>{t('door')}</span>
        </h1>
        <p>{t('purpose')}</p>
      </header>
      <SignInForm />
      <a className="button wide" href={addressOf({ screen: 'register', code: '' })}>
        {t('byCode')}
      </a>
      <LanguageSwitch />
    </main>
  );
};
