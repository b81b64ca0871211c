/** Whose a secret is, and what it is for: the same is needed to open it. `company` is '' for what belongs to the deployment. */
export type SealedFor = { company: string; person: string; purpose: string };

/** Secrets that are kept, so that the table alone, or somebody else's item, is not enough to have them. */
export type Sealer = {
  seal(whose: SealedFor, secret: string): string;
  /**
   * `stale`: was never sealed, or with an older key, and is to be written anew. Throws `SealBroken` for another's, for what
   * was changed, and where its key is gone.
   */
  open(whose: SealedFor, kept: string): { secret: string; stale: boolean };
};

export class SealBroken extends Error {
  constructor(options?: ErrorOptions) {
    super('a sealed secret does not open', options);
    this.name = 'SealBroken';
  }
}
