const paths = {
  back: 'M15 5 L8 12 L15 19',
  camera: 'M4 8 H8 L9.5 5.5 H14.5 L16 8 H20 V19 H4 Z M12 10 A3.2 3.2 0 1 0 12 16.4 A3.2 3.2 0 1 0 12 10',
  pictures: 'M4 5 H20 V19 H4 Z M4 16 L9 11 L13 15 L16 12 L20 16',
  note: 'M5 19 H9 L19 9 L15 5 L5 15 Z',
  plus: 'M12 5 V19 M5 12 H19',
  minus: 'M5 12 H19',
  next: 'M9 5 L16 12 L9 19',
  list: 'M5 7 H19 M5 12 H19 M5 17 H14',
  bell: 'M6 17 H18 C16.5 15.5 16.5 13.5 16.5 11 A4.5 4.5 0 0 0 7.5 11 C7.5 13.5 7.5 15.5 6 17 Z M10.5 19.5 H13.5 M12 6.5 V5',
  send: 'M4 12 L20 5 L14 20 L11.5 13 Z',
  gear: 'M12 8.5 A3.5 3.5 0 1 0 12 15.5 A3.5 3.5 0 1 0 12 8.5 M12 3 V5.5 M12 18.5 V21 M3 12 H5.5 M18.5 12 H21 M5.6 5.6 L7.4 7.4 M16.6 16.6 L18.4 18.4 M18.4 5.6 L16.6 7.4 M7.4 16.6 L5.6 18.4',
  again: 'M5 12 A7 7 0 1 1 7.5 17.4 M5 12 L3 9.5 M5 12 L8 10.5',
  search: 'M10.5 4.5 A6 6 0 1 0 10.5 16.5 A6 6 0 1 0 10.5 4.5 M15 15 L20 20',
} as const;

/** A line drawing beside a word. It says nothing by itself. */
export const Icon = ({ name }: { readonly name: keyof typeof paths }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.8" strokeLinecap="round" strokeLinejoin="round" />
  </svg>
);
