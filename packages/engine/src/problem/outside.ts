import type { Params } from './problem.ts';

/** Codes of the first start, of accounts and of membership. */
export const accountCodes = {
  'setup.needed': 'error',
  'setup.done': 'error',
  'setup.bad-code': 'error',
  'account.bad-login': 'error',
  'account.login-taken': 'error',
  'account.weak-password': 'error',
  'account.disabled': 'error',
  'account.unknown': 'error',
  'account.last-admin': 'error',
  'member.no-office': 'error',
} as const;

/** Codes of looking in another person's place, and of messages to robots of group chats outside. */
export const outsideCodes = {
  'session.read-only': 'error',
  'session.not-to-see': 'error',
  'robot.off': 'error',
  'robot.unknown-host': 'error',
  'robot.bad-address': 'error',
} as const;

type Sentences = Readonly<Record<keyof typeof outsideCodes, (p: Params) => string>>;

export const zhOutside: Sentences = {
  'session.read-only': (p) => `正在以“${p.name}”的身份查看，只能看，不能办。请先退出查看。`,
  'session.not-to-see': () => '不能以这个人的身份查看：不是本行动的人员，或者是管理员，或者就是您自己。',
  'robot.off': () => '服务器没有允许向外发送消息。请管理员在服务器上设置 XIUHUA_WEBHOOK_HOSTS 后再添加。',
  'robot.unknown-host': (p) => `服务器不允许向“${p.found}”发送。允许的主机：${p.allowed}。`,
  'robot.bad-address': (p) => `机器人地址不对。请把群机器人的完整地址复制过来，形如 ${p.example}。`,
};

export const enOutside: Sentences = {
  'session.read-only': (p) => `You are looking as “${p.name}”: nothing can be done, only seen. Stop looking first.`,
  'session.not-to-see': () => 'You cannot look as this person: no member of the campaign, an administrator, or yourself.',
  'robot.off': () => 'This server sends nothing outside. The operator must set XIUHUA_WEBHOOK_HOSTS first.',
  'robot.unknown-host': (p) => `This server may not send to “${p.found}”. Hosts allowed: ${p.allowed}.`,
  'robot.bad-address': (p) => `This is no address of such a robot. Copy the whole address from the chat, like ${p.example}.`,
};
