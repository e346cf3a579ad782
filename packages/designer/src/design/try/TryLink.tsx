import { Link, useParams } from 'react-router';
import { useWords } from '../../shared/language.ts';
import { tryWords } from './words.ts';
import './scenarios.css';

/** From the scenarios of the plan to the page on which they are recorded. */
export const TryLink = () => {
  const t = useWords(tryWords);
  const { campaign = '' } = useParams();
  return (
    <p>
      <Link className="try-link" to={`/${campaign}/try`}>
        {t('recordByClick')}
      </Link>
    </p>
  );
};
