import { useInspectWords } from '../words.ts';
import { useInspect } from './context.ts';
import { Icon } from './Icon.tsx';
import { addressOf } from './route.ts';

/** The way to the messages, and how many of them are unread. */
export const BellLink = () => {
  const t = useInspectWords();
  const unread = useInspect((s) => s.inbox)?.unread ?? 0;
  return (
    <a className="bell" href={addressOf({ screen: 'messages' })} aria-label={unread > 0 ? t('unread', { n: unread }) : t('messages')}>
      <Icon name="bell" />
      {unread > 0 && <b className="count">{unread > 99 ? '99+' : unread}</b>}
    </a>
  );
};
