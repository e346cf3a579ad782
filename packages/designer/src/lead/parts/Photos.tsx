import { Image } from 'antd';
import { useWords } from '../../shared/language.ts';
import { useHere } from '../campaign/here.ts';
import { campaignPath } from '../campaign/queries.ts';
import { doorWords } from '../words.ts';
import styles from './parts.module.css';

/** Where a kept photo is fetched from. */
export const photoAddress = (campaign: string, hash: string): string => `/api${campaignPath(campaign, `/photos/${hash}`)}`;

interface PhotosProps {
  readonly hashes: readonly string[];
  /** What is on them, for those who cannot see them. */
  readonly about: string;
  /** What is written to a photo, by its hash. */
  readonly captions?: Readonly<Record<string, string>> | undefined;
  readonly size?: number;
  /** Fill the width there is, as large as it allows. */
  readonly wide?: boolean;
}

/** Photos in a row; one click shows a photo in full size. Nothing at all when there are none. */
export const Photos = ({ hashes, about, captions = {}, size = 96, wide = false }: PhotosProps) => {
  const { campaign } = useHere();
  const t = useWords(doorWords);
  if (hashes.length === 0) return null;
  return (
    <div className={wide ? styles.photosWide : styles.photos}>
      <Image.PreviewGroup>
        {hashes.map((hash, i) => (
          <figure key={hash} className={styles.shot} style={wide ? {} : { width: size }}>
            <Image
              src={photoAddress(campaign, hash)}
              alt={captions[hash] ?? `${about} ${t('photo')} ${i + 1}`}
              {...(wide ? {} : { width: size, height: size })}
              loading="lazy"
              preview={{ cover: t('enlarge') }}
            />
            {captions[hash] && <figcaption>{captions[hash]}</figcaption>}
          </figure>
        ))}
      </Image.PreviewGroup>
    </div>
  );
};
