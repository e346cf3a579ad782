import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useLanguage, useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { campaignPath } from '../campaign/queries.ts';
import { doorWords } from '../words.ts';
import { useSaving } from './useSaving.ts';

interface TableLinksProps {
  readonly table: 'bulletin' | 'standings' | 'findings' | 'indicators' | 'duties';
  /** What the table is asked for: a report, a ranking and its period, a stretch of days. */
  readonly of?: Readonly<Record<string, string>>;
}

/** Downloads what the page shows as an Excel workbook or a CSV file, as of the day on the screen. */
export const TableLinks = ({ table, of = {} }: TableLinksProps) => {
  const t = useWords(doorWords);
  const language = useLanguage();
  const { campaign, asOf } = useHere();
  const address = (format: 'xlsx' | 'csv') => {
    const query = new URLSearchParams({ format, language, ...of, ...(asOf !== undefined && { day: asOf }) });
    return campaignPath(campaign, `/tables/${table}?${query}`);
  };
  const { save, saving } = useSaving();
  const items = (['xlsx', 'csv'] as const).map((format) => ({ key: format, label: t(format), onClick: () => save(address(format)) }));
  return (
    <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
      <Button icon={<DownloadOutlined />} loading={saving}>
        {t('tables')}
      </Button>
    </Dropdown>
  );
};
