import { Tabs } from 'antd';
import { memo, useState } from 'react';
import { useWords } from '../../shared/language.ts';
import { useProblems } from '../desk/context.ts';
import { UpperView } from '../upper/UpperView.tsx';
import { useUpperHashes } from '../upper/upper.ts';
import { upperWords } from '../upper/words.ts';
import { Calendar } from './Calendar.tsx';
import { PaperView } from './PaperView.tsx';
import { PhonePreview } from './PhonePreview.tsx';
import { Problems } from './Problems.tsx';
import { sideWords } from './words.ts';
import './side.css';

/** The right-hand column: what the hand is doing means. */
export const Side = memo(() => {
  const t = useWords(sideWords);
  const [tab, setTab] = useState('problems');
  const count = useProblems().filter((p) => p.problem.severity !== 'hint').length;
  const upper = useWords(upperWords)('upper');
  const hasUpper = useUpperHashes() !== '';
  const items = [
    { key: 'problems', label: count > 0 ? `${t('problems')} ${count}` : t('problems'), children: <Problems /> },
    ...(hasUpper ? [{ key: 'upper', label: upper, children: <UpperView /> }] : []),
    { key: 'calendar', label: t('calendar'), children: <Calendar /> },
    { key: 'phone', label: t('phone'), children: <PhonePreview /> },
    { key: 'document', label: t('document'), children: <PaperView /> },
  ];
  return <Tabs className="side-tabs" activeKey={tab} onChange={setTab} items={items} destroyOnHidden />;
});
