export const SEARCH: { styles: string; indexes: Record<string, string> };
