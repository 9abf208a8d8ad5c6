import type { FormField } from "../../../overrides/scripts/fields/form-field.js";

type FieldClass = new (element: HTMLElement, words: Record<string, string>, kinds: Record<string, any>) => FormField;

export const FIELD_KINDS: Record<string, FieldClass>;
