import { createRoot } from 'react-dom/client';
import '../shared/tokens.css';
import './css/base.css';
import './css/list.css';
import './css/fill.css';
import './css/dark.css';
import { language } from '../shared/language.ts';
import { App, fetchFill } from './app/App.tsx';
import { PocketContext } from './app/context.ts';
import { start } from './app/start.ts';
import { showTextSize } from './settings/size.ts';

document.documentElement.lang = language() === 'zh' ? 'zh-CN' : 'en';
showTextSize();

const root = document.getElementById('root');
if (!root) throw new Error('no place to show the door');
/** The door, once it is open. */
const openDoor = async () => {
  const pocket = await start();
  createRoot(root).render(
    <PocketContext value={pocket}>
      <App />
    </PocketContext>,
  );
  const idle = (globalThis as Partial<typeof globalThis>).requestIdleCallback ?? setTimeout;
  idle(() => void fetchFill().catch(() => undefined));
};

// Inside a frame of the design door the same forms are tried on a plan that is being written. Not awaited here: what is
// loaded then shares code with this file, which would wait for itself.
if (location.hash === '#/preview' && parent !== window) {
  void import('./preview/show.tsx').then(({ showPreview }) => showPreview(createRoot(root)));
} else {
  void openDoor();
}
