/** Limits of what the product takes in; the same for every company. */
export const limits = {
  /** Characters of one answer, all its bubbles and what is being typed together. */
  answerCharacters: 5000,
  questions: 40,
  /** Slots one offer may make; written a few at a time. */
  slotsOffered: 300,
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
  /** Tickets a candidate may open on one interview, and messages in one thread. */
  tickets: 20,
  ticketMessages: 200,
  ticketCharacters: 1000,
  /** Batches of observations kept for one attempt. */
  observationBatches: 200,
  /** Hours a technical help may stop the clock before it runs on by itself. */
  pauseHours: 24,
  /** Follow-up questions to one answer at most: a role-play gets two. */
  followUps: { scenario: 2, structured: 1, skill: 1 },
  /** Minutes after which a report without numbers is asked for again; doubled each time. */
  rescoreMinutes: 30,
  rescores: 5,
  /** Double-rated answers of a position from which on its scores are called calibrated. */
  calibrationPairs: 50,
} as const;
