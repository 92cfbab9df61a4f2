/** p[c] = exp(s[c]) / Σ k exp(s[k]), shifted by the largest score so that nothing overflows. */
export function softmax(scores: Float32Array): Float32Array {
  const largest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - largest));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}
