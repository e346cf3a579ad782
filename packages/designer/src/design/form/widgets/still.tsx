import type { WidgetProps } from '@rjsf/utils';
import { type ComponentType, memo } from 'react';
import { isEqual, type Json } from '../../draft/json.ts';

const same = (a: unknown, b: unknown): boolean => Object.is(a, b) || isEqual(a as Json, b as Json);

/**
 * A widget that is drawn again only when its own value or name changes. rjsf makes every widget of a form anew for each
 * key typed in one of them, which a form with lists to choose from cannot afford; its `onChange` names the field by its
 * path, so an older one does the same.
 */
export const still = (Widget: ComponentType<WidgetProps>): ComponentType<WidgetProps> => {
  const Still = memo(
    Widget,
    (a, b) =>
      a.id === b.id &&
      same(a.value, b.value) &&
      a.label === b.label &&
      a.required === b.required &&
      a.hideLabel === b.hideLabel &&
      a.schema === b.schema &&
      same(a.options, b.options),
  );
  return (props: WidgetProps) => <Still {...props} />;
};
