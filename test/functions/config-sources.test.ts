import { expect, it } from 'vitest';
import { readConfig } from '#functions/config.ts';

/** What is wrong with the connected systems of this environment, by name; `''` where nothing is. */
function wrongOf(sources: unknown): string {
  const given = typeof sources === 'string' ? sources : JSON.stringify(sources);
  try {
    readConfig({ OUTCOME_SOURCES: given });
    return '';
  } catch (error) {
    const names = error instanceof Error ? error.message.replace(/^configuration: /, '').split(', ') : [];
    return names.filter((name) => name.startsWith('outcomeSources')).join(', ');
  }
}
const key = 'a-key-of-sixteen';

it.each([
  ['nothing', ''],
  ['TLS', { co_huadong: { url: 'https://hr.example.cn/outcomes?of=sales', key } }],
  ['this machine', { co_huadong: { url: 'http://127.0.0.1:9/outcomes', key } }],
])('a connected system: %s will do', (_, sources) => {
  expect(wrongOf(sources)).toBe('');
});

it.each([
  ['no TLS', { url: 'http://hr.example.cn/outcomes', key }],
  ['looks like this machine', { url: 'http://127.0.0.1.example.cn/outcomes', key }],
  ['a name that may lead anywhere', { url: 'http://localhost/outcomes', key }],
  ['a password', { url: 'https://me:secret@hr.example.cn/outcomes', key }],
  ['no web', { url: 'file:///etc/passwd', key }],
  ['no URL', { url: 'hr.example.cn', key }],
])('a connected system: %s will not', (_, system) => {
  expect(wrongOf({ co_huadong: system })).toBe('outcomeSources.co_huadong.url');
});

it('a connected system has a key and a company, and the text is JSON', () => {
  expect(wrongOf({ co_huadong: { url: 'https://hr.example.cn/', key: 'short' } })).toBe(
    'outcomeSources.co_huadong.key',
  );
  expect(wrongOf({ huadong: { url: 'https://hr.example.cn/', key } })).toMatch('outcomeSources');
  expect(wrongOf('{"co_huadong"')).toBe('outcomeSources');
});
