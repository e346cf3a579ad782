/** How often: the read form of an `every` phrase. */
export type Every =
  | { readonly kind: 'workday' }
  | { readonly kind: 'week'; readonly weekday: number; readonly clock: string | null }
  | { readonly kind: 'month'; readonly day: number }
  | { readonly kind: 'month-before'; readonly day: number };
