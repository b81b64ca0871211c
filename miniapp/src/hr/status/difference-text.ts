import type { ApplicationStage } from '#shared/application/stage.ts';
import type { InterviewStatus } from '#shared/interview/state.ts';
import { copy } from '../../copy.ts';
import { statusWords } from '../words.ts';
import type { Check } from './use-checks.ts';

type Field = Check['differences'][number]['fields'][number];

const statuses: Partial<Record<string, string>> = copy.statuses.interviewStatus;
const stages: Partial<Record<string, string>> = copy.statuses.applicationStage;
const names: Partial<Record<string, string>> = statusWords.fields;

/** What matters to people comes first; what only the machine knows is one line at the end. */
const telling = ['status', 'stage', 'passed', 'filled', 'overall', 'report', 'attempt', 'version', 'row'];

const shown = (name: string, value: string | null): string => {
  if (value === null) return statusWords.nothing;
  if (name === 'status') return statuses[value as InterviewStatus] ?? value;
  if (name === 'stage') return stages[value as ApplicationStage] ?? value;
  if (name === 'row') return listText(value);
  if (name === 'report') return (copy.statuses.reportStatus as Partial<Record<string, string>>)[value] ?? value;
  return value === 'null' ? statusWords.nothing : value;
};

/** A list of the workbench: a status, the same of one position, a day, or one that the page has a word for. */
function listText(list: string): string {
  const [first = '', second] = list.split('#');
  if (first === 'day' && second !== undefined) return second;
  const name = second ?? first;
  return statuses[name] ?? (statusWords.lists as Partial<Record<string, string>>)[name] ?? name;
}

/** A counter's fields are statuses. */
const nameOf = ({ name }: Field): string => names[name] ?? statuses[name] ?? statusWords.fields.other;

export function differenceLines(fields: Field[]): { lines: string[]; others: number } {
  const known = fields.filter(({ name }) => telling.includes(name) || statuses[name] !== undefined);
  const order = (field: Field) => telling.indexOf(field.name);
  const sorted = [...known].sort((a, b) => order(a) - order(b));
  // A copy that is behind differs in its number by necessity; with the rest beside it that says nothing.
  const useful = sorted.length > 1 ? sorted.filter(({ name }) => name !== 'version') : sorted;
  return {
    lines: useful.map((field) =>
      statusWords.change(nameOf(field), shown(field.name, field.was), shown(field.name, field.is)),
    ),
    others: fields.length - known.length,
  };
}
