/**
 * erf(x) = 2/√π ∫₀ˣ exp(−t²) dt as x · P(x²) / Q(x²), the rational approximation of Eigen's float
 * `erf`: relative error below 7e-8, half a unit in the last place of a float32. No exp: the same
 * bits on every engine. Beyond |x| = 4 a float32 knows only ±1.
 */
export const erf = `
/** 2/√π ∫₀ˣ exp(−t²) dt to float32's precision, as x · P(x²) / Q(x²). */
function erf(x: number): number {
  const z = Math.max(-4, Math.min(4, x));
  const s = z * z;
  let p = -2.72614225801306e-10;
  p = p * s + 2.77068142495902e-8;
  p = p * s - 2.10102402082508e-6;
  p = p * s - 5.69250639462346e-5;
  p = p * s - 7.34990630326855e-4;
  p = p * s - 2.95459980854025e-3;
  p = p * s - 1.60960333262415e-2;
  let q = -1.45660718464996e-5;
  q = q * s - 2.13374055278905e-4;
  q = q * s - 1.68282697438203e-3;
  q = q * s - 7.37332916720468e-3;
  q = q * s - 1.42647390514189e-2;
  return (z * p) / q;
}`;
