export type Mailbox = { name: string; address: string };

/** `Name <a@b.cn>`, or the address alone. Undefined where it is neither. */
export function mailboxOf(text: string): Mailbox | undefined {
  const found = /^(?:"?([^"<>\r\n]*?)"? *<([^<>]+)>|([^<>]+))$/.exec(text.trim());
  const address = (found?.[2] ?? found?.[3] ?? '').trim();
  return isAddress(address) ? { name: (found?.[1] ?? '').trim() || address, address } : undefined;
}

/** One mailbox and nothing that could be two, or a header: no space, no comma, no angle, no control character. */
export const isAddress = (text: string): boolean =>
  text.length <= 254 && /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[\p{L}\p{N}.-]+\.[\p{L}\p{N}-]{2,}$/u.test(text);
