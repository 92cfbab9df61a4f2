/** Math.round takes halves up: where it did, and came to an odd integer, one less is the even one. */
export const roundHalfEven = `
/** To the nearest integer, halves to the even one, as IEEE 754 and ONNX \`Round\` do. */
function roundHalfEven(a: number): number {
  const near = Math.round(a);
  return near - a === 0.5 && near % 2 !== 0 ? near - 1 : near;
}`;
