import { clockOf, dayOf, type Instant } from '@xiuhua/engine';

/** What is burnt into a photo: when it was taken by the server's clock, at which site, and where the phone was. */
export interface Stamp {
  readonly at: Instant;
  readonly site: string;
  /** Longitude and latitude; null when the phone did not say. */
  readonly place: readonly [number, number] | null;
}

const degrees = (value: number, [plus, minus]: readonly [string, string]): string =>
  `${Math.abs(value).toFixed(5)}°${value < 0 ? minus : plus}`;

/** The lines of a stamp, the site last. `unknown` stands where the phone did not say where it was. */
export const linesOf = ({ at, site, place }: Stamp, unknown: string): readonly string[] => {
  const where = place ? `${degrees(place[0], ['E', 'W'])} ${degrees(place[1], ['N', 'S'])}` : unknown;
  return [`${dayOf(at)} ${clockOf(at)}`, where, site];
};

/** A canvas, as far as it is drawn on. */
export type Paper = Pick<CanvasRenderingContext2D, 'fillText' | 'measureText' | 'fillRect' | 'font' | 'fillStyle' | 'textBaseline'> & {
  readonly canvas: { readonly width: number; readonly height: number };
};

/** Draws the lines over the lower left corner: white on a dark ground, so that they can be read on snow and at night. */
export const drawStamp = (paper: Paper, lines: readonly string[]): void => {
  const { width, height } = paper.canvas;
  const size = Math.max(14, Math.round(Math.max(width, height) / 45));
  const [step, gap] = [Math.round(size * 1.35), Math.round(size / 2)];
  paper.font = `${size}px "PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif`;
  paper.textBaseline = 'top';
  const wide = Math.min(width, Math.max(...lines.map((line) => paper.measureText(line).width)) + 2 * gap);
  const top = height - lines.length * step - gap;
  paper.fillStyle = 'rgba(27, 36, 48, 0.72)';
  paper.fillRect(0, top - gap, wide, height - top + gap);
  paper.fillStyle = '#ffffff';
  lines.forEach((line, i) => {
    paper.fillText(line, gap, top + i * step, width - 2 * gap);
  });
};

/** How long a place that was found holds for the next photo, and how long one waits for it. */
const holdsMs = 120_000;
const patienceMs = 4000;

/** Where the phone is, asked for once and not followed; null when it is not allowed or not known in time. */
export const placeNow = (): Promise<Stamp['place']> =>
  new Promise((resolve) => {
    const { geolocation } = navigator as Partial<Navigator>;
    if (!geolocation) return resolve(null);
    geolocation.getCurrentPosition(
      ({ coords }) => resolve([coords.longitude, coords.latitude]),
      () => resolve(null),
      { enableHighAccuracy: true, maximumAge: holdsMs, timeout: patienceMs },
    );
  });
