/** Limits of what the product takes in; the same for every company. */
export const limits = {
  /** Characters of one answer, all its bubbles and what is being typed together. */
  answerCharacters: 5000,
  questions: 40,
  /** Bytes of a request body. */
  bodyBytes: 1_000_000,
  /** Days for which the answer to an operation id is kept. */
  operationDays: 30,
  candidateTokenHours: 2,
  staffTokenHours: 8,
  /** Milliseconds an end waits for every copy of the status to agree. */
  syncWaitMs: 1000,
  /** Minutes after an end at which the copies are verified against a replay. */
  verifyMinutes: 1,
} as const;
