/**
 * All that a no-show prediction may know, as it was known when it was asked: what is read or confirmed later does not
 * count. The list is closed: who somebody is (age, sex, family, origin) cannot be said in it.
 */
export type NoShowFacts = {
  /** Hours from the booking to the time. */
  leadHours: number;
  remindersDelivered: number;
  remindersRead: number;
  confirmed: boolean;
  preCheck: 'passed' | 'failed' | 'not_done';
  earlierNoShows: number;
  /** Of the time, by the company's clock: 0-23, and 1 (Monday) - 7. */
  slotHour: number;
  slotWeekday: number;
};

/** A place on a circle: 23 h lies beside 0 h. */
const around = (value: number, length: number): [number, number] => [
  Math.sin((2 * Math.PI * value) / length),
  Math.cos((2 * Math.PI * value) / length),
];

/** The features of a model, in an order that never changes within a version. Counts and hours by their logarithm. */
export const featuresOf = (facts: NoShowFacts): number[] => [
  Math.log1p(facts.leadHours),
  Math.log1p(facts.remindersDelivered),
  Math.log1p(facts.remindersRead),
  Number(facts.confirmed),
  Number(facts.preCheck === 'passed'),
  Number(facts.preCheck === 'failed'),
  Math.log1p(facts.earlierNoShows),
  ...around(facts.slotHour, 24),
  ...around(facts.slotWeekday, 7),
];
