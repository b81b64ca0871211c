/** One figure, its aim in words, and whether it was met. */
export type BenchRow = { name: string; value: number; unit: string; aim: string; ok: boolean };
