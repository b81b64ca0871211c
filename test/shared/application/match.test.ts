import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchResume } from '#shared/application/match.ts';

const sales = [{ name: '销售经验', words: ['销售经验', '销售工作', '销售代表'] }];

describe('what a résumé shows, and what it denies', () => {
  test.each([
    ['五年销售经验，熟悉汽车行业。', '五年销售经验，熟悉汽车行业。'],
    ['本科。\n曾任销售代表；业绩前三。', '曾任销售代表'],
    ['无销售经验。', null],
    ['销售经验：无', null],
    ['没有做过销售工作。', null],
    ['未接触过销售工作，愿意学习。', null],
    ['无销售经验。后来做过两年销售工作。', '后来做过两年销售工作。'],
    ['不仅有销售经验，还会看图纸。', '不仅有销售经验，还会看图纸。'],
    ['三年销售工作，无不良记录。', '三年销售工作，无不良记录。'],
    ['会计，熟悉报税。', null],
    ['', null],
  ])('%j', (resume, quote) => {
    expect(matchResume(resume, sales, 1)).toEqual({
      share: quote === null ? 0 : 1,
      matched: quote !== null,
      criteria: [{ name: '销售经验', met: quote !== null, quote }],
    });
  });

  test('Latin words are whole words in any case and width', () => {
    const java = [{ name: '语言', words: ['Java', 'Go'] }];
    expect(matchResume('熟悉 JavaScript，了解 Google Cloud', java, 1).matched).toBe(false);
    expect(matchResume('熟悉ＪＡＶＡ与 Spring', java, 1).criteria[0]?.quote).toBe('熟悉ＪＡＶＡ与 Spring');
  });
});

test('the threshold is reached by exactly its share, in spite of floats', () => {
  const criteria = ['甲一', '乙二', '丙三', '丁四', '戊五'].map((word) => ({ name: word, words: [word] }));
  expect(matchResume('甲一、乙二、丙三', criteria, 0.6)).toMatchObject({ share: 0.6, matched: true });
  expect(matchResume('甲一、乙二、丙三', criteria, 0.61).matched).toBe(false);
});

test('every quote is a piece of the résumé', () => {
  const parts = fc.constantFrom('销售经验', '无', '没有', '，', '。', '\r\n', '本科', '\u200B', '㈱', ' ', '3.5', '：');
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 30 }), (words) => {
      const resume = words.join('');
      const [one] = matchResume(resume, sales, 1).criteria;
      expect(one?.met).toBe(one?.quote !== null);
      expect(resume).toContain(one?.quote ?? '');
    }),
  );
});
