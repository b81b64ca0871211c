import type { Proof } from '#shared/access/proof.ts';

/** Codes that a candidate asked for, one an item; each goes away by itself. */
export type Proofs = {
  all(company: string, candidateId: string): Promise<Proof[]>;
  /** False where another request made one of that number meanwhile, or the person was deleted. */
  put(company: string, candidateId: string, proof: Omit<Proof, 'tries'>): Promise<boolean>;
  /** To be sent by whoever gets it; false where somebody has it already, or its time is over. */
  claim(company: string, candidateId: string, n: number): Promise<boolean>;
  /** No SMS left. */
  fail(company: string, candidateId: string, n: number): Promise<void>;
  /** Counts one more try, before the code is looked at: false where there is none left, or the code was used. */
  tryOnce(company: string, candidateId: string, n: number): Promise<boolean>;
  /** A code counts once; false where it was used. */
  use(company: string, candidateId: string, n: number): Promise<boolean>;
};

/** Six digits that follow from a nonce and our key. */
export type ProofCodes = {
  newNonce(): string;
  codeOf(company: string, candidateId: string, nonce: string): string;
  matches(company: string, candidateId: string, nonce: string, code: string): boolean;
};
