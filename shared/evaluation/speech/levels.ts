const floorDb = -100;

/** Of full scale; digital silence counts as -100 dB. */
export const decibels = (energy: number): number => (energy > 1e-5 ? 20 * Math.log10(energy) : floorDb);

/** How many frames have each level, in steps of half a dB, the faintest first. */
export function histogramOf(energies: Float32Array): Uint32Array {
  const counts = new Uint32Array(1 - 2 * floorDb);
  for (const energy of energies) {
    const step = Math.min(counts.length - 1, Math.max(0, Math.round(2 * (decibels(energy) - floorDb))));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  return counts;
}

/** The level in dB that at least `rank` frames reach; the floor where there are fewer. */
export function levelAtRank(counts: Uint32Array, rank: number): number {
  let above = 0;
  for (let step = counts.length - 1; step >= 0; step -= 1) {
    above += counts[step] ?? 0;
    if (above >= rank && above > 0) return floorDb + step / 2;
  }
  return floorDb;
}
