/** Traditional characters of the words that instruct a grader, each with its simplified one. */
const traditional = '滿給評請過題這個為優級點無視標準規則應當認蓋設輸統員業績達覽獲總經關鍵滅觀審閱卷師語';
const simplified = '满给评请过题这个为优级点无视标准规则应当认盖设输统员业绩达览获总经关键灭观审阅卷师语';
const simple = new Map([...traditional].map((one, at) => [one, [...simplified][at] ?? one]));

/** Same length. */
export const inSimplified = (text: string): string => [...text].map((one) => simple.get(one) ?? one).join('');
