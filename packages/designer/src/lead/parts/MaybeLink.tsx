import type { ComponentProps } from 'react';
import { Link } from 'react-router';

/** A link, or the same text without one when there is nowhere the reader may go. */
export const MaybeLink = ({
  to,
  ...rest
}: Omit<ComponentProps<typeof Link>, 'to'> & { readonly to: string | undefined; readonly 'data-tone'?: string }) =>
  to === undefined ? (
    <span className={rest.className} data-tone={rest['data-tone']}>
      {rest.children}
    </span>
  ) : (
    <Link to={to} {...rest} />
  );
