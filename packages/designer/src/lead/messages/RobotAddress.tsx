import { App, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { type NewAddress, type Robot, useMoveRobot } from './queries.ts';
import { messagePageWords } from './words.ts';

/** Where a robot is and what it signs with. Neither is ever filled in from what was saved: it does not leave the server. */
export const AddressItems = () => {
  const t = useWords(messagePageWords);
  return (
    <>
      <Form.Item name="url" label={t('url')} extra={t('urlNote')} rules={[{ required: true, message: t('urlNote') }]}>
        <Input maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name="secret" label={t('secret')} extra={t('secretNote')}>
        <Input.Password maxLength={200} autoComplete="new-password" />
      </Form.Item>
    </>
  );
};

const MoveForm = ({ robot, onClose }: { readonly robot: Robot; readonly onClose: () => void }) => {
  const t = useWords(messagePageWords);
  const { message } = App.useApp();
  const [form] = Form.useForm<Omit<NewAddress, 'id'>>();
  const move = useMoveRobot();
  const send = ({ url, secret = '' }: Partial<NewAddress>) =>
    move.mutate(
      { id: robot.id, url: url ?? '', secret },
      {
        onSuccess: () => {
          void message.success(t('moved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={`${t('move')} · ${robot.name}`}
      okText={t('moveSave')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: move.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={send} requiredMark={false}>
        <AddressItems />
      </Form>
      {move.error && <Trouble error={move.error} />}
    </Modal>
  );
};

/** The button that has a robot's address entered again: it changed, or the key to it is lost. */
export const MoveRobot = ({ robot }: { readonly robot: Robot }) => {
  const t = useWords(messagePageWords);
  const [open, show] = useState(false);
  return (
    <>
      <Button size="small" type={robot.lost ? 'primary' : 'default'} onClick={() => show(true)}>
        {t('move')}
      </Button>
      {open && <MoveForm robot={robot} onClose={() => show(false)} />}
    </>
  );
};
