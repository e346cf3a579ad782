import { useInspectWords } from '../words.ts';
import { useInspect } from './context.ts';
import { Icon } from './Icon.tsx';
import { addressOf, type Route } from './route.ts';
import { countsOf } from './status.ts';

/** The three screens at the thumb's side. */
export const Tabs = ({ at }: { readonly at: Route['screen'] }) => {
  const t = useInspectWords();
  const items = useInspect((s) => s.items);
  const { waiting, attention } = countsOf({ items });
  const tab = (screen: 'today' | 'outbox' | 'settings', icon: 'list' | 'send' | 'gear', count = 0) => (
    <a className="tab" href={addressOf({ screen })} aria-current={at === screen ? 'page' : undefined}>
      <Icon name={icon} />
      <span>
        {t(screen)}
        {count > 0 && <b className="count">{count}</b>}
      </span>
    </a>
  );
  return (
    <nav className="tabs" aria-label={t('screens')}>
      {tab('today', 'list')}
      {tab('outbox', 'send', waiting + attention)}
      {tab('settings', 'gear')}
    </nav>
  );
};
