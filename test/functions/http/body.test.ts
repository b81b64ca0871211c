import { describe, expect, it } from 'vitest';
import { bodyOf } from '#functions/http/body.ts';

const read = (body: string) => {
  const result = bodyOf({ headers: {}, body, isBase64Encoded: false });
  return result.ok ? result.value.json : result.error.code;
};

describe('what the table cannot keep (SCENARIOS 22)', () => {
  it('a text that was cut through a character keeps the rest of it', () => {
    expect(read('{"text":"笑\\ud83d"}')).toEqual({ text: '笑\ufffd' });
    expect(read('{"text":"笑\\ud83d\\ude00"}')).toEqual({ text: '笑😀' });
  });

  it('a number nobody means is none, and one too fine is 0', () => {
    expect(read('[1e308,-1e200,6.5e-157,1e20,-0.5e-3]')).toEqual([null, null, 0, 1e20, -0.0005]);
    expect(read(`[${'9'.repeat(200)}]`)).toEqual([null]);
  });
});
