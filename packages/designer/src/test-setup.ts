import { cleanup } from '@testing-library/react';
import { afterAll, afterEach } from 'vitest';

/** What a browser has and the test's document lacks: antd asks for both. */
globalThis.matchMedia ??= ((query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})) as typeof matchMedia;

globalThis.ResizeObserver ??= class {
  observe() {}
  unobserve() {}
  disconnect() {}
};

afterEach(cleanup);

// Tests of what needs no page run without one.
if ('document' in globalThis) {
  // Style sheets are not read: every look at a style would weigh thousands of rules. What a page looks like is tested in a browser.
  Object.defineProperty(HTMLStyleElement.prototype, 'sheet', { configurable: true, get: () => null });

  // The next file in this worker finds an empty page.
  afterAll(() => {
    document.body.replaceChildren();
    localStorage.clear();
    sessionStorage.clear();
  });
}
