import type { Aria, AriaProps } from '../../components/aria.ts';

/** `config/aria-plugin.ts` binds these names in the templates. */
export const aria = ({ role, label, checked, expanded, hidden, disabled, now, max }: Aria): AriaProps => ({
  ...(role === undefined ? {} : { ariaRole: role }),
  ...(label === undefined ? {} : { ariaLabel: label }),
  ...(checked === undefined ? {} : { ariaChecked: checked }),
  ...(expanded === undefined ? {} : { ariaExpanded: expanded }),
  ...(hidden ? { ariaHidden: true } : {}),
  ...(disabled ? { ariaDisabled: true } : {}),
  ...(now === undefined ? {} : { ariaValuenow: now }),
  ...(max === undefined ? {} : { ariaValuemax: max }),
});

/** WeChat has `holdKeyboard` on the text box. */
export const keepFocus: AriaProps = {};
