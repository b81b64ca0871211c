import { aria } from '#platform/aria.ts';

/** One of a few: `aria` lets a keyboard reach buttons and checkboxes, and this does it for a radio. */
export const radio = (checked: boolean, choose: () => void): Record<string, unknown> => ({
  ...aria({ role: 'radio', checked }),
  onClick: choose,
  ...(process.env.TARO_ENV === 'h5'
    ? {
        tabindex: '0',
        onKeyDown: (event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose();
        },
      }
    : {}),
});
