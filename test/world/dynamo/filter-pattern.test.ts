import { expect, test } from 'vitest';
import { type FilterPattern, matchesAny } from './filter-pattern.ts';

const record = {
  eventName: 'INSERT',
  dynamodb: { Keys: { sk: { S: 'EVENT#1' } }, NewImage: { v: { N: '2' } } },
  size: 3,
};

test.each<[string, FilterPattern[], boolean]>([
  ['no pattern', [], true],
  ['a plain value', [{ eventName: ['INSERT', 'MODIFY'] }], true],
  ['another value', [{ eventName: ['REMOVE'] }], false],
  ['a prefix', [{ dynamodb: { Keys: { sk: { S: [{ prefix: 'EVENT#' }] } } } }], true],
  ['another prefix', [{ dynamodb: { Keys: { sk: { S: [{ prefix: 'DRAFT#' }] } } } }], false],
  ['every key must match', [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: ['x'] } } } }], false],
  ['any pattern may match', [{ eventName: ['REMOVE'] }, { eventName: ['INSERT'] }], true],
  ['a missing branch', [{ dynamodb: { OldImage: { v: { N: ['2'] } } } }], false],
  ['exists', [{ dynamodb: { NewImage: { v: { N: [{ exists: true }] } } } }], true],
  ['does not exist', [{ dynamodb: { NewImage: { ttl: { N: [{ exists: false }] } } } }], true],
  ['anything but', [{ eventName: [{ 'anything-but': ['REMOVE'] }] }], true],
  [
    'suffix, ignoring case',
    [{ eventName: [{ 'equals-ignore-case': 'insert' }], dynamodb: { Keys: { sk: { S: [{ suffix: '#1' }] } } } }],
    true,
  ],
  ['a number in range', [{ size: [{ numeric: ['>', 2, '<=', 3] }] }], true],
  ["DynamoDB's number is a string", [{ dynamodb: { NewImage: { v: { N: [{ numeric: ['>', 0] }] } } } }], false],
])('%s', (_name, patterns, expected) => {
  expect(matchesAny(patterns, record)).toBe(expected);
});
