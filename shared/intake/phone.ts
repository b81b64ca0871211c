type PhoneProblem = 'phone_missing' | 'phone_rounded' | 'phone_invalid';

const mainland = /^1[3-9]\d{9}$/;

/** A mobile number as it is stored: eleven digits, no country code. `phone_rounded`: a spreadsheet kept its first digits only. */
export function phoneOf(raw: string): { phone: string } | { problem: PhoneProblem } {
  const text = raw.normalize('NFKC').trim();
  if (text === '') return { problem: 'phone_missing' };
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return { problem: 'phone_rounded' };
  const digits = text
    .replace(/\.0$/, '')
    .replace(/[\s\-()./'\u200b-\u200f\u202a-\u202e]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '');
  return mainland.test(digits) ? { phone: digits } : { problem: 'phone_invalid' };
}
