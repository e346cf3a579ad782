import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { dayOf } from '@xiuhua/engine';
import { App, Button, Flex, Input, Modal, Popconfirm, Space } from 'antd';
import { useState } from 'react';
import { get, post, remove } from '../api.ts';
import { showDay } from '../format.ts';
import { useLanguage, useWords } from '../language.ts';
import { calendarWords } from './calendar-words.ts';

const key = ['calendar'] as const;

/** The whole address of a link that the server named by its path. */
const addressOf = (path: string): string => `${location.origin}${path}`;

interface LinkProps {
  readonly today: string;
  readonly onClose: () => void;
}

/** A person's own calendar link: made and shown once, copied, revoked. */
export const CalendarLink = ({ today, onClose }: LinkProps) => {
  const t = useWords(calendarWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const client = useQueryClient();
  const [path, setPath] = useState<string>();
  const { data } = useQuery({ queryKey: key, queryFn: () => get<{ readonly made: string | null }>('/calendar') });
  const changed = (next: string | undefined) => {
    setPath(next);
    return client.invalidateQueries({ queryKey: key });
  };
  const fail = (error: Error) => void message.error(error.message);
  const make = useMutation({
    mutationFn: () => post<{ readonly path: string }>('/calendar', {}),
    onSuccess: (made) => changed(made.path),
    onError: fail,
  });
  const revoke = useMutation({
    mutationFn: () => remove('/calendar'),
    onSuccess: () => {
      void message.success(t('revoked'));
      return changed(undefined);
    },
    onError: fail,
  });
  const copy = async () => {
    await navigator.clipboard.writeText(addressOf(path ?? ''));
    void message.success(t('copied'));
  };
  const made = data?.made;
  const state = made ? t('made', { day: showDay(dayOf(made), today, language) }) : t('none');
  return (
    <Modal open title={t('title')} onCancel={onClose} footer={null}>
      <p>{t('what')}</p>
      <p>{t('unit')}</p>
      {path === undefined ? (
        <p>{data ? state : ''}</p>
      ) : (
        <Flex vertical gap="middle">
          <Space.Compact block>
            <Input readOnly value={addressOf(path)} aria-label={t('link')} onFocus={(event) => event.target.select()} />
            <Button type="primary" onClick={() => void copy()}>
              {t('copy')}
            </Button>
          </Space.Compact>
          <p>{t('how')}</p>
        </Flex>
      )}
      <p>{t('secret')}</p>
      <Space wrap>
        <Button type={path === undefined ? 'primary' : 'default'} loading={make.isPending} onClick={() => make.mutate()}>
          {t(made ? 'again' : 'make')}
        </Button>
        {made && (
          <Popconfirm title={t('sure')} okText={t('revoke')} cancelText={t('cancel')} onConfirm={() => revoke.mutateAsync()}>
            <Button danger>{t('revoke')}</Button>
          </Popconfirm>
        )}
      </Space>
    </Modal>
  );
};
