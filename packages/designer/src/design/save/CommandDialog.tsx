import { Alert, Modal } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { Refused } from '../../shared/api.ts';
import { freshId } from '../../shared/id.ts';

interface CommandDialogProps {
  readonly title: string;
  readonly okText: string;
  /** What the button says while the command is on its way. */
  readonly busyText: string;
  readonly cancelText: string;
  readonly danger?: boolean;
  /** Whether what the command needs has been filled in. */
  readonly ready: boolean;
  /** Gives the command under an id; the answer is what stood in its way, in words, if anything did. */
  readonly give: (id: string) => Promise<string | undefined>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Asks for what a command needs and gives it. What is refused is said in the dialog, which stays open. */
export const CommandDialog = (props: CommandDialogProps) => {
  const { title, okText, busyText, cancelText, danger = false, ready, give, onClose, children } = props;
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState('');
  const id = useRef(freshId());
  const send = async () => {
    setBusy(true);
    setRefusal('');
    try {
      const hindrance = await give(id.current);
      if (hindrance === undefined) onClose();
      else setRefusal(hindrance);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      id.current = freshId();
      setRefusal(error.message);
    }
    setBusy(false);
  };
  return (
    <Modal
      open
      width={600}
      title={title}
      okText={busy ? busyText : okText}
      cancelText={cancelText}
      onCancel={onClose}
      onOk={() => void send()}
      confirmLoading={busy}
      okButtonProps={{ danger, disabled: !ready }}
    >
      {children}
      {refusal && <Alert type="error" showIcon title={refusal} />}
    </Modal>
  );
};
