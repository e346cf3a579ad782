import { type MessageKind, messageKinds, sayMessageKind } from '@xiuhua/engine';
import { App, Button, Form, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useLanguage, useWords } from '../../shared/language.ts';
import { usePlan } from '../campaign/queries.ts';
import { Trouble } from '../parts/Loaded.tsx';
import { type NewRobot, useAddRobot } from './queries.ts';
import { AddressItems } from './RobotAddress.tsx';
import { messagePageWords } from './words.ts';

/** What a group chat is told unless the office says otherwise: what concerns several people. */
const usual: readonly MessageKind[] = [
  'finding-dispatched',
  'finding-overdue',
  'work-overdue',
  'reading-overdue',
  'ranking-published',
  'plan-adopted',
];

/** Kinds that concern one account alone are for no chat. */
const sendable = messageKinds.filter((kind) => kind !== 'record-returned' && kind !== 'review-decided');

const RobotForm = ({ onClose }: { readonly onClose: () => void }) => {
  const t = useWords(messagePageWords);
  const now = useLanguage();
  const { message } = App.useApp();
  const [form] = Form.useForm<NewRobot>();
  const add = useAddRobot();
  const units = [...(usePlan().data?.organization.clauses.keys() ?? [])];
  const start = { kind: 'wecom', secret: '', unit: '', kinds: usual, rhythm: 'daily' };
  const send = (robot: NewRobot) =>
    add.mutate(
      { ...robot, secret: robot.secret ?? '' },
      {
        onSuccess: () => {
          void message.success(t('saved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('add')}
      okText={t('save')}
      cancelText={t('cancel')}
      okButtonProps={{ loading: add.isPending }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={start} onFinish={send} requiredMark={false}>
        <Form.Item name="name" label={t('name')} rules={[{ required: true, message: t('nameHint') }]}>
          <Input maxLength={100} placeholder={t('nameHint')} />
        </Form.Item>
        <Form.Item name="kind" label={t('kind')}>
          <Radio.Group options={(['wecom', 'dingtalk', 'feishu'] as const).map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
        <AddressItems />
        <Form.Item name="unit" label={t('unit')}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={[{ value: '', label: t('everyUnit') }, ...units.map((unit) => ({ value: unit, label: unit }))]}
          />
        </Form.Item>
        <Form.Item name="kinds" label={t('kinds')} rules={[{ required: true, message: t('kinds') }]}>
          <Select mode="multiple" options={sendable.map((kind) => ({ value: kind, label: sayMessageKind(kind, now) }))} />
        </Form.Item>
        <Form.Item name="rhythm" label={t('rhythm')}>
          <Radio.Group options={(['daily', 'weekly'] as const).map((value) => ({ value, label: t(value) }))} />
        </Form.Item>
      </Form>
      {add.error && <Trouble error={add.error} />}
    </Modal>
  );
};

/** The button that has messages sent to a robot. */
export const AddRobot = ({ disabled }: { readonly disabled: boolean }) => {
  const t = useWords(messagePageWords);
  const [open, show] = useState(false);
  return (
    <>
      <Button type="primary" disabled={disabled} onClick={() => show(true)}>
        {t('add')}
      </Button>
      {open && <RobotForm onClose={() => show(false)} />}
    </>
  );
};
