// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { autosave } from './autosave.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const failed = vi.fn();
const saver = (save: () => Promise<void>) => autosave(save, { failed });

describe('saving by itself', () => {
  it('happens within half a second of the first change, however fast the changes come', async () => {
    const save = vi.fn(async () => undefined);
    const auto = saver(save);
    for (let ms = 0; ms < 450; ms += 50) {
      auto.changed();
      await vi.advanceTimersByTimeAsync(50);
    }
    expect(save).toHaveBeenCalled();
  });

  it('writes nothing when nothing changed', async () => {
    const save = vi.fn(async () => undefined);
    await saver(save).flush();
    expect(save).not.toHaveBeenCalled();
  });

  it('writes at once when the page is hidden', async () => {
    const save = vi.fn(async () => undefined);
    const auto = saver(save);
    auto.changed();
    await auto.flush();
    expect(save).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1000);
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('never runs two saves at once, and saves what changed meanwhile', async () => {
    let running = 0;
    let most = 0;
    const save = vi.fn(async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 700));
      running--;
    });
    const auto = saver(save);
    for (let i = 0; i < 5; i++) {
      auto.changed();
      await vi.advanceTimersByTimeAsync(400);
    }
    await vi.advanceTimersByTimeAsync(5000);
    expect(most).toBe(1);
    expect(save.mock.calls.length).toBeGreaterThanOrEqual(2);
  });

  it('that failed is told and tried again with the next change', async () => {
    const save = vi.fn(async () => undefined).mockRejectedValueOnce(new DOMException('no room', 'QuotaExceededError'));
    const auto = saver(save);
    auto.changed();
    await vi.advanceTimersByTimeAsync(300);
    expect(failed).toHaveBeenCalledTimes(1);
    await auto.flush();
    expect(save).toHaveBeenCalledTimes(2);
  });

  it('once stopped writes nothing any more: a late timer cannot bring a finished form back', async () => {
    const save = vi.fn(async () => undefined);
    const auto = saver(save);
    auto.changed();
    await auto.stop();
    auto.changed();
    await vi.advanceTimersByTimeAsync(1000);
    await auto.flush();
    expect(save).not.toHaveBeenCalled();
  });
});
