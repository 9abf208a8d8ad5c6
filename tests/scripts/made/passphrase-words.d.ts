export const PASSPHRASE_WORDS: Record<string, string>;
