import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import type { ImportKind } from './verdict.ts';
import { importWords } from './words.ts';

const ImportDialog = lazy(async () => ({ default: (await import('./ImportDialog.tsx')).ImportDialog }));

/** The button at the head of a section that brings a spreadsheet in. */
export const ImportButton = ({ kind }: { readonly kind: ImportKind }) => {
  const t = useWords(importWords);
  const { campaign = '' } = useParams();
  const [open, setOpen] = useState(false);
  return (
    <div className="import-bar">
      <Button size="small" icon={<FileExcelOutlined aria-hidden />} onClick={() => setOpen(true)}>
        {t(kind === 'register' ? 'importRegister' : 'importSheet')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <ImportDialog campaign={campaign} kind={kind} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
};
