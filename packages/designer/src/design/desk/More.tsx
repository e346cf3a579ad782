import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { textOf } from '../draft/json.ts';
import { versionWords } from '../versions/words.ts';
import { useDesk } from './context.ts';
import { deskWords } from './words.ts';

/** Hands the plan out as the file a clerk can keep or send. */
const download = (text: string, name: string): void => {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};

/** The less common tools of the desk. */
export const More = ({ campaign }: { readonly campaign: string }) => {
  const t = useWords(deskWords);
  const v = useWords(versionWords);
  const { store, hand } = useDesk();
  const navigate = useNavigate();
  const items = [
    {
      key: 'download',
      label: t('download'),
      onClick: () => {
        hand.close();
        const plan = store.get().present;
        download(`${JSON.stringify(plan, null, 2)}\n`, `${textOf(plan, 'title') || 'plan'}.json`);
      },
    },
    { key: 'versions', label: v('versions'), onClick: () => void navigate(`/${campaign}/versions`) },
    { key: 'read', label: v('readOnly'), onClick: () => void navigate(`/${campaign}/versions/draft`) },
    { key: 'people', label: t('people'), onClick: () => void navigate(`/${campaign}/people`) },
    { key: 'home', label: t('backHome'), onClick: () => void navigate('/') },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<MoreOutlined aria-hidden />} aria-label={t('more')} title={t('more')} />
    </Dropdown>
  );
};
