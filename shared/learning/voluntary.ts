/**
 * What candidates may say of themselves, of their own will, for the fairness pack and for nothing else. Free of zod: the
 * mini-program reads it too.
 */
export const sexes = ['female', 'male', 'other'] as const;
export type Sex = (typeof sexes)[number];

/** Five years of birth together, by the first one. */
export const birthBands = [1955, 1960, 1965, 1970, 1975, 1980, 1985, 1990, 1995, 2000, 2005] as const;
export type BirthBand = (typeof birthBands)[number];

/** Of the text that is agreed to: `copy, learning.ts`. A new text needs a new version. */
export const voluntaryConsent = '2026-11';

export const ageBands = ['under_25', '25_34', '35_44', '45_54', 'over_54'] as const;
export type AgeBand = (typeof ageBands)[number];

/** The age band in a year of somebody born in these five; by the middle of them. */
export function ageBandOf(bornFrom: number, year: number): AgeBand {
  const age = year - (bornFrom + 2);
  if (age < 25) return 'under_25';
  if (age < 35) return '25_34';
  if (age < 45) return '35_44';
  return age < 55 ? '45_54' : 'over_54';
}
