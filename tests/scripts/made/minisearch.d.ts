export const MiniSearch: any;
