/** Minutes within which an answer is promised, where the company has not said another number. */
export const promisedMinutes = 60;
