import type { IPluginContext } from '@tarojs/service';

type Components = Record<string, Record<string, string>>;
type Template = { createMiniComponents(components: Components): Components };

const names = ['Role', 'Label', 'Checked', 'Expanded', 'Hidden', 'Disabled', 'Valuenow', 'Valuemax'];
const elements = [
  'view',
  'catch-view',
  'static-view',
  'text',
  'static-text',
  'image',
  'static-image',
  'button',
  'textarea',
  'scroll-view',
];

/**
 * Taro's weapp templates pass no `aria-*` on; this binds those our pages use (`#platform/aria.ts`). After Taro has given
 * its own attributes their short names: the runtime computes the same names and knows nothing of ours.
 */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn({ template }: { template?: Template }) {
      if (!template) return;
      const original = template.createMiniComponents.bind(template);
      template.createMiniComponents = (components) => {
        const made = original(components);
        for (const element of elements) {
          const attributes = made[element];
          if (!attributes) continue;
          for (const name of names) attributes[`aria-${name.toLowerCase()}`] = `i.aria${name}`;
        }
        return made;
      };
    },
  });
};
