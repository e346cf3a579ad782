// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { draftsOf } from '../device/drafts.ts';
import { itemsOf } from '../device/outbox.ts';
import { emptyDevice, noon, waiting } from '../inspect.fixture.ts';
import { dropPin, isPin, setPin, storedPin, tryPin } from './pin.ts';

const few = 1000;
const locked = async () => {
  const device = emptyDevice();
  await setPin(device, '246810', few);
  return device;
};

describe('the PIN of a phone', () => {
  it('opens the door, and no other does', async () => {
    const device = await locked();
    expect(await tryPin(device, '246811', noon)).toEqual({ kind: 'wrong', wait: 0 });
    expect(await tryPin(device, '246810', noon)).toEqual({ kind: 'right' });
    expect((await storedPin(device))?.failures).toBe(0);
  });

  it('is not stored, and two phones with one PIN store different things', async () => {
    const [one, other] = [await storedPin(await locked()), await storedPin(await locked())];
    expect(JSON.stringify(one)).not.toContain('246810');
    expect(one?.hash).not.toBe(other?.hash);
  });

  it('waits longer and longer after the third wrong try, and then looks at none, not even the right one', async () => {
    const device = await locked();
    const waits = [];
    let at = noon;
    for (let i = 0; i < 14; i++) {
      const end = await tryPin(device, '000000', at);
      if (end.kind !== 'wrong') throw new Error(end.kind);
      waits.push(end.wait / 1000);
      at += end.wait;
    }
    expect(waits).toEqual([0, 0, 5, 10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900]);
    expect(await tryPin(device, '246810', at - 1000)).toEqual({ kind: 'wait', wait: 1000 });
    expect(await tryPin(device, '246810', at)).toEqual({ kind: 'right' });
  });

  it('makes nobody wait for ever because the clock was set back', async () => {
    const device = await locked();
    for (let i = 0; i < 5; i++) await tryPin(device, '000000', noon + i * 1_000_000);
    const end = await tryPin(device, '246810', noon - 86_400_000 * 365);
    expect(end).toEqual({ kind: 'wait', wait: 900_000 });
  });

  it('taken away, touches no record', async () => {
    const device = await locked();
    const item = waiting();
    await device.write(['outbox'], ({ outbox }) => outbox.put(item));
    await dropPin(device);
    expect(await storedPin(device)).toBeUndefined();
    expect(await itemsOf(device, 'jia')).toEqual([item]);
    expect(await draftsOf(device, 'jia')).toEqual([]);
  });

  it.each([
    ['246810', true],
    ['24681', false],
    ['2468101', false],
    ['24681a', false],
    ['', false],
  ])('%s is six digits: %s', (text, is) => {
    expect(isPin(text)).toBe(is);
  });
});
