/** A box shows what it is given a while after, and tells what is typed a while after that: nothing is lost or doubled. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { added, createHeldText } from '../../miniapp/src/components/held-text.ts';

it('tells a letter typed into the text before from one typed into the new one', () => {
  const held = createHeldText({ revision: 0, text: '' });
  expect(held.typed('一')).toEqual({ revision: 0, text: '' });
  held.put({ revision: 1, text: '' });
  expect(held.typed('一二')).toEqual({ revision: 0, text: '一' });
  expect(held.typed('三')).toEqual({ revision: 1, text: '' });
  expect(held.typed('三四')).toEqual({ revision: 1, text: '三' });
});

it('takes a shortened text for what is left of the newest', () => {
  const held = createHeldText({ revision: 0, text: '旧' });
  held.put({ revision: 1, text: '新的' });
  expect(held.typed('新')).toEqual({ revision: 1, text: '新的' });
  expect([added('旧', '旧x'), added('旧x', '旧'), added('旧', '别的')]).toEqual(['x', '', '别的']);
});

/** Letters, all different, and puts that reach the box some letters later; the page keeps them in an answer as the room does. */
it('keeps every letter once, whatever the delay', () => {
  const happens = fc.array(fc.constantFrom('type', 'type', 'put', 'arrive'), { maxLength: 40 });
  fc.assert(
    fc.property(happens, (steps) => {
      const held = createHeldText({ revision: 0, text: '' });
      let [box, kept, typing, revision, typed] = ['', '', '', 0, ''];
      const under: { revision: number; text: string }[] = [];
      const put = (text: string) => {
        revision += 1;
        held.put({ revision, text });
        under.push({ revision, text });
      };
      const arrive = () => {
        const next = under.shift();
        if (!next) return;
        box = next.text;
        held.shows(next.revision);
      };
      for (const step of steps) {
        if (step === 'type') {
          const letter = String.fromCharCode(0x4e00 + typed.length);
          typed += letter;
          box += letter;
          const before = held.typed(box);
          if (before.revision === revision) typing = box;
          else {
            typing += added(before.text, box);
            put(typing);
          }
        } else if (step === 'put') {
          kept += typing;
          typing = '';
          put('');
        } else arrive();
      }
      while (under.length > 0) arrive();
      expect(kept + typing).toBe(typed);
      expect(box).toBe(typing);
    }),
  );
});
