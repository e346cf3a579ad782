import type { Route } from '../app/route.ts';
import { readRoute } from '../app/route.ts';

/** Where a scanned code leads: to a site's duties or to letting this phone in; `undefined` for a code that is none of ours. */
export const routeOfCode = (text: string, sites: ReadonlySet<string>): Route | undefined => {
  const at = text.indexOf('#/');
  const route = at < 0 ? undefined : readRoute(text.slice(at));
  if (route?.screen === 'site' || route?.screen === 'register') return route;
  const name = text.trim();
  return sites.has(name) ? { screen: 'site', site: name } : undefined;
};

interface Detector {
  detect(source: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorMaker = new (options: { formats: readonly string[] }) => Detector;

/** The browser's own reader of codes, where there is one that works. */
const ownDetector = (): Detector | undefined => {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorMaker };
  try {
    return BarcodeDetector && new BarcodeDetector({ formats: ['qr_code'] });
  } catch {
    return undefined;
  }
};

const pixels = (source: CanvasImageSource, width: number, height: number): ImageData | undefined => {
  const scale = Math.min(1, 900 / Math.max(width, height));
  const size = { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
  const context = Object.assign(document.createElement('canvas'), size).getContext('2d', { willReadFrequently: true });
  context?.drawImage(source, 0, 0, size.width, size.height);
  return context?.getImageData(0, 0, size.width, size.height);
};

/** Reads the QR code in a picture; `undefined` when there is none. */
export const readCode = async (source: CanvasImageSource, width: number, height: number): Promise<string | undefined> => {
  const found = await ownDetector()
    ?.detect(source)
    .catch(() => undefined);
  if (found?.[0]) return found[0].rawValue;
  const image = pixels(source, width, height);
  if (!image) return undefined;
  const { default: decodeQR } = await import('qr/decode.js');
  try {
    return decodeQR(image);
  } catch {
    return undefined;
  }
};
