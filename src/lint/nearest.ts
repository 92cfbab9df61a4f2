/** The word that a misspelt one was meant to be: undefined where none is near. */
export function nearest(word: string, among: readonly string[]): string | undefined {
  const far = Math.max(2, Math.floor(word.length / 3)) + 1;
  let best = { distance: far, word: undefined as string | undefined }; // none so far
  for (const other of among) {
    const distance = edits(word.toLowerCase(), other.toLowerCase());
    if (distance < best.distance) best = { distance, word: other };
  }
  return best.word;
}

/** Letters to add, leave out, change, or swap with the next: Damerau, Commun. ACM 7 (3), 1964. */
function edits(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const changed = at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
          ? at(i - 2, j - 2) + 1
          : Infinity;
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, changed, swapped);
    }
  }
  return at(a.length, b.length);
}
