export const SEARCH: { script: string; worker: string; styles: string; words: Record<string, Record<string, string>> };
