import type { FormField } from "../../../overrides/scripts/fields/form-field.js";

export const FIELD_KINDS: Record<string, new (element: HTMLElement, words: Record<string, string>) => FormField>;
