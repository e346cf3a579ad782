import { type NamedKind, type PhraseKind, Plan, type RefKind } from '@xiuhua/engine';

/** The part of JSON Schema that the plan's schemas use, with their annotations. */
export interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly en?: { readonly title: string; readonly description?: string };
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly const?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly format?: string;
  /** A day that may be a month or a year. */
  readonly coarse?: boolean;
  readonly multiline?: boolean;
  readonly points?: boolean;
  readonly declares?: NamedKind;
  readonly ref?: RefKind;
  readonly phrase?: PhraseKind;
  /** A rule in JsonLogic. */
  readonly logic?: boolean;
}

/** The schema of the whole plan, from which every form is made. */
export const planSchema = Plan as unknown as Schema;

/** The schema of a place in the plan by its pointer; list places may be numbers or `*`. Throws on an unknown place. */
export const schemaAt = (at: string): Schema =>
  at
    .split('/')
    .slice(1)
    .reduce<Schema>((schema, key) => {
      const inner = schema.items && /^(\d+|\*)$/.test(key) ? schema.items : schema.properties?.[key];
      if (!inner) throw new Error(`the plan has no place ${at}`);
      return inner;
    }, planSchema);

/** True for a value that is one of a few words. */
export const isChoice = (schema: Schema): boolean => schema.anyOf?.every((s) => s.const !== undefined) ?? false;
