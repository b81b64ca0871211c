/** Minutes within which an answer is promised, where the company has not said another number. */
const usual = 60;
export const promisedMinutes = (said: number | null | undefined): number => said ?? usual;
