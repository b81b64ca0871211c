import { satisfiedFrom } from './contribution.ts';
import { type Dimension, type FunnelStep, funnelSteps, type Loss, type SaidReason } from './names.ts';
import type { FactRow } from './rows.ts';

type YesNo = 'yes' | 'no' | undefined;
/** What a list of cases is narrowed to; everything given has to hold. `value`: one or several with commas between. */
export type Narrowing = {
  missed?: YesNo;
  excused?: YesNo;
  reason?: SaidReason | undefined;
  overMinutes?: number | undefined;
  trouble?: YesNo;
  reached?: FunnelStep | undefined;
  lost?: Loss | undefined;
  decided?: YesNo;
  passed?: YesNo;
  answered?: YesNo;
  satisfied?: YesNo;
  dimension?: Dimension | undefined;
  value?: string | undefined;
};

const says = (asked: YesNo, is: boolean): boolean => asked === undefined || (asked === 'yes') === is;

/** Whether a case is one of those that a figure counted. */
export function isRow(row: FactRow, wanted: Narrowing): boolean {
  const { missed, excuse, reason, handledMinutes, trouble, step, lost, passed, stars } = row;
  const place = wanted.dimension === undefined ? undefined : row.dimensions[wanted.dimension as 'source'];
  return (
    says(wanted.missed, missed === true) &&
    says(wanted.excused, excuse !== null) &&
    (wanted.reason === undefined || reason === wanted.reason) &&
    (wanted.overMinutes === undefined ||
      (missed === true && (handledMinutes === null || handledMinutes > wanted.overMinutes))) &&
    says(wanted.trouble, trouble === true) &&
    (wanted.reached === undefined || funnelSteps.indexOf(step) >= funnelSteps.indexOf(wanted.reached)) &&
    (wanted.lost === undefined || lost === wanted.lost) &&
    says(wanted.decided, passed !== null) &&
    (wanted.passed === undefined || passed === (wanted.passed === 'yes')) &&
    says(wanted.answered, stars !== null) &&
    (wanted.satisfied === undefined ||
      (stars !== null && (stars.flow ?? 0) >= satisfiedFrom === (wanted.satisfied === 'yes'))) &&
    (wanted.dimension === undefined || (place !== undefined && (wanted.value ?? '').split(',').includes(place)))
  );
}
