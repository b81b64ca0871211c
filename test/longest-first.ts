import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The longest first, so that none is left alone beside an idle worker at the end. What took how long is remembered on a
 * desk; a fresh clone knows only these, each of minutes or near it.
 */
const long = [
  'test/functions/simulation/whole/whole.test.ts',
  'test/functions/simulation/client/client.test.ts',
  'test/functions/figures/year.test.ts',
  'test/world/phone/phone.test.ts',
  'test/functions/interview/faults.test.ts',
  'test/functions/sync/projections.property.test.ts',
  'test/functions/journeys/bad-input.test.ts',
  'test/functions/evaluation/evaluate.test.ts',
  'test/journeys/random.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const found = long.findIndex((one) => moduleId.endsWith(one));
      return found < 0 ? long.length : found;
    };
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
