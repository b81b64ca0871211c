import { describe, expect, it } from 'vitest';
import { type FieldKind, fieldKind, fieldKinds, fitField } from '#functions/adapters/wechat/fit-field.ts';
import { fieldFault } from '#test/world/wechat/field-rules.ts';

describe('fitField', () => {
  it.each<[FieldKind, string, string | undefined]>([
    ['thing', '销售代表', '销售代表'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十一', '一二三四五六七八九十一二三四五六七八九…'],
    ['thing', '第一行\n第二行\t尾', '第一行 第二行 尾'],
    ['thing', '一二三四五六七八九十一二三四五六七八😀九十', '一二三四五六七八九十一二三四五六七八…'],
    ['thing', '  \n', undefined],
    ['number', ' 1,234.50 ', '1234.50'],
    ['number', '9'.repeat(33), undefined],
    ['number', '九十', undefined],
    ['letter', 'Sales 部 B', 'SalesB'],
    ['letter', '销售', undefined],
    ['symbol', 'a!@#$%^', '!@#$%'],
    ['character_string', 'ITV 2026/01 号', 'ITV2026/01'],
    ['character_string', 'x'.repeat(40), 'x'.repeat(32)],
    ['phrase', '已完成评估', '已完成评估'],
    ['phrase', '面试已完成评估', '面试已完成'],
    ['phrase', 'done', undefined],
    ['name', '阿卜杜热西提·买买提', '阿卜杜热西提买买提'],
    ['name', '一二三四五六七八九十一', '一二三四五六七八九十'],
    ['name', 'Ada Lovelace', 'AdaLovelace'],
    ['phone_number', '+86 0766-66888866', '+860766-66888866'],
    ['phone_number', '1'.repeat(18), undefined],
    ['car_number', '粤A8Z888挂', '粤A8Z888挂'],
    ['car_number', '粤A8Z888挂挂挂', undefined],
    ['amount', '¥12,000.50', '¥12000.50'],
    ['amount', '100元', '100元'],
    ['amount', '面议', undefined],
    ['time', '2026年1月5日 15:01', '2026年1月5日 15:01'],
    ['time', '15:01:30', '15:01:30'],
    ['time', '2026-01-05 15:01', undefined],
    ['time', '24:00', undefined],
    ['date', '2026年1月5日', '2026年1月5日'],
    ['date', '15:01', undefined],
  ])('%s: %j becomes %j', (kind, text, fitted) => {
    expect(fitField(kind, text)).toBe(fitted);
  });

  it('gives nothing that WeChat would refuse', () => {
    const samples = [
      '',
      ' ',
      '销售代表',
      'Ada',
      '😀'.repeat(30),
      '1'.repeat(50),
      '李Lee3',
      '2026年1月5日 9:05',
      '¥1',
      'a\u0000b',
      '!!!!!!!',
    ];
    for (const kind of fieldKinds) {
      for (const sample of samples) {
        const fitted = fitField(kind, sample);
        if (fitted !== undefined)
          expect([kind, fitted, fieldFault(`${kind}1`, fitted)]).toEqual([kind, fitted, undefined]);
      }
    }
  });

  it('reads the kind off a template key', () => {
    expect(fieldKind('character_string12')).toBe('character_string');
    expect(fieldKind('keyword1')).toBeUndefined();
  });
});
