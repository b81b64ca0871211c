/** Phones have no Esc key; the back gesture belongs to WeChat. */
export function useEscape(_close: (() => void) | undefined): void {}
