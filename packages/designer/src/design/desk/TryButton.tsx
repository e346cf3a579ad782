import { Button } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { useDesk } from './context.ts';
import { deskWords } from './words.ts';

/** The way from the document to the page on which it is tried, and back. */
export const TryButton = ({ campaign, trying }: { readonly campaign: string; readonly trying: boolean }) => {
  const t = useWords(deskWords);
  const { hand } = useDesk();
  const navigate = useNavigate();
  const go = () => {
    hand.close();
    void navigate(trying ? `/${campaign}` : `/${campaign}/try`);
  };
  return <Button onClick={go}>{t(trying ? 'backToPlan' : 'tryIt')}</Button>;
};
