import { LockOutlined } from '@ant-design/icons';
import { useWords } from '../../shared/language.ts';
import { type FieldLimit, isLocked } from './upper.ts';
import { limitWords } from './words.ts';
import './upper.css';

/** What a limit says, in a few words: 上级：不低于90%，可更严. */
export const useSayLimit = (): ((limit: FieldLimit) => string) => {
  const t = useWords(limitWords);
  return ({ sense, same, value }) => {
    if (sense === undefined) return same ? t('fixedHere') : t('fixedTo', { value });
    return t('limit', { what: t(sense, { value }) });
  };
};

/** Beside a field that an upper plan speaks of: how far it may go, or that it is fixed. */
export const FieldLimits = ({ limits }: { readonly limits: readonly FieldLimit[] }) => {
  const say = useSayLimit();
  if (limits.length === 0) return null;
  return (
    <p className="field-limit">
      {limits.map((limit) => (
        <span key={limit.upper} title={`《${limit.upper}》`}>
          {isLocked([limit]) && <LockOutlined aria-hidden />} {say(limit)}
        </span>
      ))}
    </p>
  );
};
