import { expect, test } from 'vitest';
import { accessWords } from '../../packages/designer/src/lead/log/words.ts';
import { messagePageWords } from '../../packages/designer/src/lead/messages/words.ts';
import { accessKinds } from '../../packages/server/src/work/access.ts';
import { robotKinds } from '../../packages/server/src/work/robots.ts';

test('the lead door has a word for each kind of line the server writes into the access log, in its order, and for no other', () => {
  for (const words of [accessWords.zh, accessWords.en]) expect(Object.keys(words)).toEqual([...accessKinds]);
});

test('the lead door has a word for each kind of robot', () => {
  for (const kind of robotKinds) for (const words of [messagePageWords.zh, messagePageWords.en]) expect(words, kind).toHaveProperty(kind);
});
