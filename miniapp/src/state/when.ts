import { copy } from '../copy.ts';
import { clockOf, describeInstant, describeLeft } from './instants.ts';

export const whenText = (iso: string, now: number): string => describeInstant(copy.candidate.when, iso, now);
export const clockText = clockOf;
export const leftText = (ms: number): string => describeLeft(copy.candidate.when, ms);
