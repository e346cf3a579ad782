import { CompassOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { guideWords } from '../guide-words.ts';
import { useWords } from '../language.ts';

/** Starts the tour of the door; plainer for somebody who has taken it. */
export const GuideButton = ({ taken, start }: { readonly taken: boolean; readonly start: () => void }) => {
  const t = useWords(guideWords);
  return (
    <Button
      type={taken ? 'text' : 'default'}
      className="shell-guide"
      icon={<CompassOutlined aria-hidden />}
      title={t('start')}
      aria-label={t('start')}
      onClick={start}
    >
      <span className="shell-guide-text">{t('start')}</span>
    </Button>
  );
};
