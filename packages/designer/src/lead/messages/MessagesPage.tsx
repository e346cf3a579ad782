import { MessageList } from '../../shared/antd/MessageList.tsx';
import { useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { Page } from '../parts/Page.tsx';
import { Panel } from '../parts/Panel.tsx';
import { messagePageWords } from './words.ts';

/** All a person is told in the campaign, the unread first. */
export const MessagesPage = ({ go }: { readonly go: (address: string) => void }) => {
  const t = useWords(messagePageWords);
  const { campaign, now = '', looking = false } = useHere();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Panel title={t('own')}>
        <MessageList campaign={campaign} today={now} marks={!looking} go={go} />
      </Panel>
    </Page>
  );
};
