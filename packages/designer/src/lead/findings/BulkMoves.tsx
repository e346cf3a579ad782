import type { FindingView } from '@xiuhua/engine';
import { App, Button, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useCommand } from '../campaign/command.ts';
import { useHere } from '../campaign/here.ts';
import { usePlan } from '../campaign/queries.ts';
import { type BulkMove, bulkMoves } from './bulk.ts';
import styles from './findings.module.css';
import { moveWords } from './move-words.ts';

/** Moves that can be made on all findings of the list at once: filing, dispatching each to its unit, handing on. */
export const BulkMoves = ({ findings }: { readonly findings: readonly FindingView[] }) => {
  const t = useWords(moveWords);
  const { message } = App.useApp();
  const { actor, asOf } = useHere();
  const plan = usePlan().data;
  const command = useCommand();
  const [asking, setAsking] = useState<BulkMove>();
  const [done, setDone] = useState<number>();
  const moves = plan && asOf === undefined ? bulkMoves(findings, plan, actor) : [];
  if (moves.length === 0 && !asking) return null;
  const make = async ({ move, dispatches, findings: some }: BulkMove) => {
    const refused: string[] = [];
    for (const [i, { id, unit }] of some.entries()) {
      setDone(i);
      const order = { type: 'MoveFinding' as const, finding: id, move, text: '', photos: [], ...(dispatches && { unit }) };
      await command.mutateAsync(order).catch((error: Error) => refused.push(error.message));
    }
    setDone(undefined);
    setAsking(undefined);
    if (refused.length > 0) void message.warning(t('bulkRefused', { n: refused.length, why: refused[0] ?? '' }));
    else void message.success(t('bulkDone', { move, n: some.length }));
  };
  return (
    <div className={styles.bulk}>
      {moves.map((bulk) => (
        <Button key={bulk.move} onClick={() => setAsking(bulk)}>
          {t('bulk', { move: bulk.move, n: bulk.findings.length })}
        </Button>
      ))}
      <Modal
        open={asking !== undefined}
        title={asking && t('bulk', { move: asking.move, n: asking.findings.length })}
        okText={asking?.move}
        cancelText={t('cancel')}
        confirmLoading={done !== undefined}
        onOk={() => asking && void make(asking)}
        onCancel={() => setAsking(undefined)}
      >
        <p>{t(asking?.dispatches ? 'bulkUnits' : 'bulkAll')}</p>
        {done !== undefined && <p role="status">{t('bulkProgress', { n: done, all: asking?.findings.length ?? 0 })}</p>}
      </Modal>
    </div>
  );
};
