import { BellOutlined } from '@ant-design/icons';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useWords } from '../language.ts';
import { type ListProps, MessageList, useInbox } from './MessageList.tsx';
import { messageWords } from './message-words.ts';

/** The bell in the bar: how many messages are unread; pressing it shows them. */
export const Bell = (props: ListProps) => {
  const t = useWords(messageWords);
  const [shown, show] = useState(false);
  const { campaign, go } = props;
  const unread = useInbox(campaign).data?.unread ?? 0;
  const leave = (address: string): void => {
    show(false);
    go(address);
  };
  return (
    <>
      <Button
        type="text"
        className="bell"
        icon={<BellOutlined />}
        aria-label={unread > 0 ? t('unread', { n: unread }) : t('inbox')}
        title={t('inbox')}
        onClick={() => show(true)}
      >
        {unread > 0 && <span className="bell-count">{unread > 99 ? '99+' : unread}</span>}
      </Button>
      <Drawer
        open={shown}
        size={Math.min(460, innerWidth)}
        title={t('inbox')}
        closable={{ 'aria-label': t('close') }}
        onClose={() => show(false)}
        footer={
          <Button type="link" onClick={() => leave(`/lead/${encodeURIComponent(campaign)}/messages`)}>
            {t('all')}
          </Button>
        }
      >
        {shown && <MessageList {...props} go={leave} />}
      </Drawer>
    </>
  );
};
