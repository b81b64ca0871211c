import { figureWords } from '../../words.ts';
import { byText, valueName } from '../name-text.ts';
import { minutesText } from '../number-text.ts';
import type { PeopleQuery } from '../shapes.ts';

const words = figureWords.people;

/** Every condition in words, as they stand above the list. */
export function conditionsOf(asked: PeopleQuery, position: string | undefined): string[] {
  const { names } = figureWords;
  const { missed, excused, reason, overMinutes, trouble, reached, lost, passed, satisfied, dimension, value } = asked;
  const values = (value ?? '').split(',').map((one) => valueName(dimension ?? '', one));
  return [
    asked.department,
    position,
    missed && words.missed[missed],
    reason && names.reasons[reason],
    excused && words.excused[excused],
    overMinutes === undefined ? undefined : words.over(minutesText(overMinutes)),
    trouble === 'yes' ? words.trouble : undefined,
    reached && words.reached(names.steps[reached]),
    lost && names.losses[lost],
    passed && words.passed[passed],
    satisfied && words.satisfied[satisfied],
    dimension && `${byText({ by: dimension, name: null })} ${values.join(figureWords.list)}`,
  ].filter((one): one is string => one !== undefined && one !== '');
}
