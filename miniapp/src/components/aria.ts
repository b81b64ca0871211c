/** What a screen reader should know; each target spells it its own way (`#platform/aria.ts`). */
export type Aria = {
  role?: string;
  label?: string;
  checked?: boolean;
  /** Whether what it unfolds is shown. */
  expanded?: boolean;
  hidden?: boolean;
  disabled?: boolean;
  /** Of a progress bar. */
  now?: number;
  max?: number;
};
export type AriaProps = Record<string, unknown>;
