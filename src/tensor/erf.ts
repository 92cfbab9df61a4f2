/**
 * erf(x) = 2/√π ∫₀ˣ exp(−t²) dt, to about 1e-16: the Maclaurin series up to |x| = 3, the continued
 * fraction of erfc beyond (Abramowitz and Stegun 7.1.6 and 7.1.14).
 */
export function erf(x: number): number {
  const z = Math.abs(x);
  if (!(z < 6)) return z >= 6 ? Math.sign(x) : x;
  if (z < 3) {
    let term = x;
    let sum = x;
    for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
      term *= (2 * x * x) / (2 * n + 1);
      sum += term;
    }
    return 1.1283791670955126 * Math.exp(-x * x) * sum;
  }
  let fraction = 0;
  for (let n = 60; n > 0; n--) fraction = n / 2 / (z + fraction);
  const tail = (0.5641895835477563 * Math.exp(-z * z)) / (z + fraction);
  return Math.sign(x) * (1 - tail);
}
