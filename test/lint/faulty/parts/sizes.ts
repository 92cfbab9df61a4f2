// @ts-nocheck
export const SIZE = 32;
export const IMAGE = [1, SIZE, SIZE] as const;
export const MAPS = [12, 24, 48];
