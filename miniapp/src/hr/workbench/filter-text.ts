import { copy } from '../../copy.ts';
import { benchWords } from '../words.ts';
import type { Filter } from './filter.ts';
import type { Requisition } from './use-workbench.ts';

/** The conditions in force, one short text each, with what is left without it. */
export function conditionsOf(filter: Filter, requisitions: Requisition[]): { text: string; without: Filter }[] {
  const { name, status, positionId, department, from, to, scoreFrom, scoreTo } = filter;
  const text = benchWords.filter;
  const all: { text: string | undefined; without: Filter }[] = [
    { text: name && text.named(name), without: { ...filter, name: undefined } },
    { text: department, without: { ...filter, department: undefined } },
    {
      text: positionId && (requisitions.find((one) => one.positionId === positionId)?.position ?? text.position),
      without: { ...filter, positionId: undefined },
    },
    { text: status && copy.statuses.interviewStatus[status], without: { ...filter, status: undefined } },
    { text: daysText(from, to), without: { ...filter, from: undefined, to: undefined } },
    {
      text: scoreFrom === undefined && scoreTo === undefined ? undefined : text.scores(scoreFrom ?? 0, scoreTo ?? 100),
      without: { ...filter, scoreFrom: undefined, scoreTo: undefined },
    },
  ];
  return all.flatMap((one) => (one.text === undefined || one.text === '' ? [] : [{ ...one, text: one.text }]));
}

function daysText(from: string | undefined, to: string | undefined): string | undefined {
  const text = benchWords.filter;
  if (from !== undefined && to !== undefined) return from === to ? from : text.days(from, to);
  if (from !== undefined) return text.since(from);
  return to === undefined ? undefined : text.until(to);
}
