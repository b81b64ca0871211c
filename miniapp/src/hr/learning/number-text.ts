import { serverTime } from '../../api/call.ts';
import { whenText } from '../../state/when.ts';
import { learningWords as words } from '../words.ts';

/** A share as a percentage; one decimal below ten. */
export const percent = (share: number): string => {
  const value = share * 100;
  return `${Math.abs(value) < 10 && Math.abs(value) > 0 ? value.toFixed(1) : Math.round(value)}%`;
};
export const decimal = (value: number, digits = 2): string => value.toFixed(digits);
export const whole = (value: number): string => String(Math.round(value));
export const when = (at: string): string => whenText(at, serverTime.now());

/** Seconds as somebody would say them. */
export function secondsText(seconds: number): string {
  const { second, minute } = words.questions;
  return seconds < 90 ? second(Math.round(seconds)) : minute((seconds / 60).toFixed(1));
}
