/** The mark: one stitched cross, the second thread passing under the first. Decorative; the name stands beside it. */
export const Mark = ({ size = 28 }: { readonly size?: number }) => (
  <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true" focusable="false">
    <rect width="48" height="48" rx="8" fill="var(--indigo)" />
    <g stroke="#fff" strokeWidth="5" strokeLinecap="round">
      <path d="M14 14 L34 34" />
      <path d="M34 14 L28 20" />
      <path d="M20 28 L14 34" />
    </g>
  </svg>
);
