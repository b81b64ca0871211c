/** When tests begin, whatever day it is: none may fail on Mondays only. `TEST_TODAY=2027-02-28T15:59:00Z`: on another. */
export const today = new Date(process.env['TEST_TODAY'] ?? '2026-11-20T01:00:00.000Z');
