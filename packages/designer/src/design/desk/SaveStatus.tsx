import { clockOf } from '@xiuhua/engine';
import { Button } from 'antd';
import { useWords } from '../../shared/language.ts';
import { signInAddress } from '../../shared/session.ts';
import type { Saver } from '../save/saver.ts';
import { useFollowed } from './context.ts';
import { deskWords } from './words.ts';

/** How the draft stands to the server, in words, always in sight. */
export const SaveStatus = ({ saver }: { readonly saver: Saver }) => {
  const t = useWords(deskWords);
  const state = useFollowed(saver.state);
  switch (state.kind) {
    case 'saved':
      return (
        <span className="save-status" role="status" title={t('savedBy', { name: state.by, at: clockOf(state.at) })}>
          {t('saved', { at: clockOf(state.at) })}
        </span>
      );
    case 'changed':
    case 'saving':
      return (
        <span className="save-status" role="status">
          {t(state.kind)}
        </span>
      );
    case 'away':
      return (
        <span className="save-status is-away" role="status">
          ▲ {t(state.kept ? 'away' : 'awayNoRoom')}
          <Button size="small" type="link" onClick={() => void saver.flush()}>
            {t('retry')}
          </Button>
        </span>
      );
    case 'refused':
      return (
        <span className="save-status is-away" role="status">
          ▲ {state.signedOut ? t('signedOut') : t('refused', { message: state.message })}
          {state.signedOut && (
            <Button size="small" type="link" href={signInAddress(location.pathname)}>
              {t('signIn')}
            </Button>
          )}
        </span>
      );
    case 'moved':
      return (
        <span className="save-status is-away" role="status">
          ▲ {t('moved')}
        </span>
      );
  }
};
