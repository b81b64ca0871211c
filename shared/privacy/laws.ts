/** Laws for which there is a notice: PIPL; GDPR with the AI Act; New York City's LL144; Illinois's AIVIA. Free of zod. */
export const laws = ['cn', 'eu', 'us_ny', 'us_il'] as const;
export type Law = (typeof laws)[number];

/** What a candidate is asked to agree to, each by itself. */
export const purposes = ['ai_evaluation', 'recording', 'behaviour'] as const;
export type Purpose = (typeof purposes)[number];

/**
 * `asked`: waits for its day, or for somebody who carries it out now. `running`: begun, and not to be stopped. `settling`:
 * everything is gone; looked at once more when nothing that was under way can write any more. `done`: proven.
 */
export const erasureStates = ['asked', 'running', 'settling', 'done', 'withdrawn'] as const;
export type ErasureState = (typeof erasureStates)[number];
export const erasureCauses = ['asked', 'retention'] as const;
