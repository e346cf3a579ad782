import { useInspectWords } from '../words.ts';
import { useInspect } from './context.ts';
import { addressOf } from './route.ts';
import { statusOf } from './status.ts';

/** How sending stands, in words, on every screen; leads to the outbox. */
export const StatusLine = () => {
  const t = useInspectWords();
  const status = useInspect((s) => s);
  const { key, shape, tone, params } = statusOf(status);
  return (
    <a className={`status tone-${tone}`} href={addressOf({ screen: 'outbox' })} aria-label={`${t('sendingState')}: ${t(key, params)}`}>
      <span aria-hidden="true">{shape}</span>
      <span aria-live="polite">{t(key, params)}</span>
    </a>
  );
};
