/** `<form>` and `<button>`, and the fields a form collects. */
import { tapListeners } from '../gestures.ts';
import { agreeByButton } from '../wx/permission.ts';
import { askPhoneNumber } from '../wx/person.ts';
import { attribute, define } from './define.ts';

type FormField = { name: () => string; value: () => unknown; reset: () => void };

const fields = new WeakMap<Element, FormField>();
const forms = new WeakMap<Element, { submit: () => void; reset: () => void }>();

export const registerField = (host: Element, field: FormField) => void fields.set(host, field);

export function defineForms(): void {
  define('form', {
    properties: ['reportSubmit', 'reportSubmitTimeout'],
    setup({ host, fire }) {
      const own = () =>
        [...host.querySelectorAll('*')].map((element) => fields.get(element)).filter((field) => field !== undefined);
      forms.set(host, {
        submit: () => {
          const named = own().filter((field) => field.name() !== '');
          fire('submit', { value: Object.fromEntries(named.map((field) => [field.name(), field.value()])) });
        },
        reset: () => {
          for (const field of own()) field.reset();
          fire('reset');
        },
      });
    },
  });

  define('button', {
    properties: [
      'size',
      'type',
      'plain',
      'disabled',
      'loading',
      'formType',
      'openType',
      'name',
      'lang',
      'sessionFrom',
      'sendMessageTitle',
      'sendMessagePath',
      'sendMessageImg',
      'appParameter',
      'showMessageCard',
      'businessId',
      'phoneNumberNoQuotaToast',
    ],
    setup({ host, get, fire }) {
      host.setAttribute('role', 'button');
      host.tabIndex = 0;
      tapListeners.set(host, () => {
        const form = host.closest('wx-form');
        if (get('formType') === 'submit') form && forms.get(form)?.submit();
        if (get('formType') === 'reset') form && forms.get(form)?.reset();
        if (get('openType') === 'getPhoneNumber')
          void askPhoneNumber().then((detail) => fire('getphonenumber', detail));
        if (get('openType') === 'agreePrivacyAuthorization') {
          agreeByButton();
          fire('agreeprivacyauthorization');
        }
        return undefined;
      });
      return {
        type: attribute(host, 'type'),
        size: attribute(host, 'size'),
        plain: (value) => host.toggleAttribute('plain', value === true),
        loading: (value) => host.toggleAttribute('loading', value === true),
        disabled: (value) => {
          const off = value === true || value === '' || value === 'true';
          host.toggleAttribute('disabled', off);
          attribute(host, 'aria-disabled')(off ? 'true' : undefined);
        },
      };
    },
  });
}
