import encodeQR from 'qr';
import styles from './records.module.css';

/** A QR code drawn as squares; dark on white in either theme, so that every camera reads it. */
export const QrCode = ({ text, label }: { readonly text: string; readonly label: string }) => {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 3 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg className={styles.qr} viewBox={`0 0 ${rows.length} ${rows.length}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <title>{label}</title>
      <path d={path} fill="#1b2430" />
    </svg>
  );
};
