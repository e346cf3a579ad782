import type { ShapeKind } from '../say/sign.ts';

const paths: Readonly<Record<ShapeKind, string>> = {
  disc: 'M6 1.5a4.5 4.5 0 1 0 0 9a4.5 4.5 0 1 0 0-9z',
  half: 'M6 1.5a4.5 4.5 0 0 0 0 9z',
  'disc-notched': 'M6 1.5a4.5 4.5 0 1 0 4.5 4.5h-4.5z',
  triangle: 'M6 1.2L11.2 10.4H.8z',
  square: 'M1.8 1.8h8.4v8.4H1.8z',
  diamond: 'M6 1.4L10.6 6L6 10.6L1.4 6z',
  ring: 'M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8z',
};

const outlined: readonly ShapeKind[] = ['diamond', 'ring'];

/** The drawing of a state's shape in a 12 by 12 field, in the colour of the text around it. Has no meaning without its word. */
export const ShapePath = ({ kind }: { readonly kind: ShapeKind }) => {
  const hollow = outlined.includes(kind);
  return (
    <>
      {kind === 'half' && <path d="M6 2a4 4 0 1 0 0 8a4 4 0 1 0 0-8z" fill="var(--paper)" stroke="currentColor" strokeWidth="1.2" />}
      <path d={paths[kind]} fill={hollow ? 'var(--paper)' : 'currentColor'} stroke="currentColor" strokeWidth={hollow ? 1.4 : 0} />
    </>
  );
};

/** The shape of a state as a small picture for running text. */
export const Shape = ({ kind, size = 12 }: { readonly kind: ShapeKind; readonly size?: number }) => (
  <svg viewBox="0 0 12 12" width={size} height={size} aria-hidden="true" focusable="false">
    <ShapePath kind={kind} />
  </svg>
);
