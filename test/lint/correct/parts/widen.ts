// @ts-nocheck
export function widen(options: { filters: number }): void {
  Object.defineProperty(options, "filters", { value: 4, enumerable: true });
}
