export const WORDS: Record<string, Record<string, string>>;
