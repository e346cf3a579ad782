import { Sheet } from '../app/Sheet.tsx';
import { SignInForm } from './SignInForm.tsx';
import { useSignInWords } from './words.ts';

/** Signing in again over the screen in hand. */
export const SignInSheet = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useSignInWords();
  return (
    <Sheet title={t('again')} onClose={onClose}>
      <SignInForm onDone={onClose} />
    </Sheet>
  );
};
