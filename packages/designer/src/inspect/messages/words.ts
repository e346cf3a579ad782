import { useWords } from '../../shared/language.ts';

const words = {
  zh: {
    messages: '消息',
    lead: '退回的记录、待核查的回复、公布的排名和新方案在这里告诉您。点开就到要办的事。',
    none: '没有消息。有记录退回或者有回复待核查时，会在这里告诉您。',
    offline: '没有网络，看不到消息。连上网络后会自动取。',
    allRead: '全部标为已读',
    new: '未读',
  },
  en: {
    messages: 'Messages',
    lead: 'Records sent back, replies to verify, published rankings and new plans are told here. Opening one leads to the thing.',
    none: 'No messages. Records sent back and replies to verify will be told here.',
    offline: 'Messages cannot be seen without a network. They are fetched once there is one.',
    allRead: 'Mark all as read',
    new: 'Unread',
  },
} as const;

/** The words of the messages. */
export const useMessageWords = () => useWords<keyof (typeof words)['zh']>(words);
