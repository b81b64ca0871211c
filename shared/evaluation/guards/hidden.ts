/** Characters nobody sees, between letters or in a row: zero width, direction marks, tags. Emoji are joined by one and are none. */
const between =
  /[\p{Script=Han}a-z0-9](?:[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\u{E0000}-\u{E007F}])+(?=[\p{Script=Han}a-z0-9])|[\u{E0001}-\u{E007F}]{3,}|[\u202D\u202E]/iu;

export const hiddenIn = (answer: string): boolean => between.test(answer);
