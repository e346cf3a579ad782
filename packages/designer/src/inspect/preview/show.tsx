import type { Root } from 'react-dom/client';
import { PocketContext } from '../app/context.ts';
import { openPocket } from '../app/pocket.ts';
import { openDevice } from '../device/base.ts';
import { Preview } from './Preview.tsx';

/** Shows the preview in place of the door: with a memory of its own, without a session and without a line. */
export const showPreview = (root: Root): void => {
  const pocket = openPocket(openDevice(indexedDB, 'xiuhua-preview'));
  root.render(
    <PocketContext value={pocket}>
      <Preview />
    </PocketContext>,
  );
};
