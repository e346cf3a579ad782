import type { Chart } from '@xiuhua/engine';
import styles from './bulletins.module.css';

/** Looks of the series, in order; each differs in lightness and not only in colour. */
const looks = ['first', 'second', 'third'] as const;

/**
 * The bars of a chart, thin and labelled where they end. What it shows stands in the table under it, so for a reader who
 * hears the page it is one sentence.
 */
export const BarChart = ({ chart }: { readonly chart: Chart }) => {
  const { caption, unit, series, bars } = chart;
  const sums = bars.map(({ values }) => values.reduce((sum, value) => sum + Number(value), 0));
  const longest = Math.max(1, ...sums);
  const said = bars.map(({ label, values }) => `${label} ${values.join(' + ')}`).join('; ');
  return (
    <figure className={styles.chart} role="img" aria-label={`${caption} (${unit}): ${said}`}>
      <figcaption aria-hidden>
        {caption}
        {unit && <small>{unit}</small>}
      </figcaption>
      <div className={styles.bars} aria-hidden>
        {bars.map(({ label, values }) => (
          <div key={label} className={styles.bar}>
            <span>{label}</span>
            <span className={styles.track}>
              {values.map((value, at) =>
                Number(value) === 0 ? null : (
                  <span
                    key={series[at]}
                    className={styles.piece}
                    data-series={looks[at % looks.length]}
                    style={{ width: `${(Number(value) / longest) * 88}%` }}
                  >
                    {series.length > 1 && value}
                  </span>
                ),
              )}
              {series.length === 1 && <b>{values[0]}</b>}
            </span>
          </div>
        ))}
      </div>
      {series.length > 1 && (
        <p className={styles.legend} aria-hidden>
          {series.map((name, at) => (
            <span key={name}>
              <i data-series={looks[at % looks.length]} /> {name}
            </span>
          ))}
        </p>
      )}
    </figure>
  );
};
