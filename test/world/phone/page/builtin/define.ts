/** Defines one of the client's own components (`<view>`, `<input>`, …) in the engine. */
import type * as glassEasel from 'glass-easel';
import { dispatch, environment, type HostElement } from '../engine.ts';

export type BuiltIn = {
  host: HostElement;
  /** Current value of a property, as the template gave it. */
  get: (property: string) => unknown;
  /** Tells the mini-program; component events do not bubble. */
  fire: (type: string, detail?: unknown, bubbles?: boolean) => boolean;
};

type Definition = {
  properties?: string[];
  /** Runs when the element is made; answers what to do when a property changes. */
  setup?: (own: BuiltIn) => Record<string, (value: unknown) => void> | void;
  /** When it enters and leaves the document. */
  attached?: (own: BuiltIn) => void;
  detached?: (own: BuiltIn) => void;
  template?: glassEasel.template.ComponentTemplate;
};

const space = environment.getGlobalCodeSpace().getComponentSpace();
const common: Record<string, (own: BuiltIn) => (value: unknown) => void> = {
  hoverClass:
    ({ host }) =>
    (value) => {
      host.dataset.hoverClass = String(value ?? '');
    },
  ariaLabel: ({ host }) => attribute(host, 'aria-label'),
  ariaRole: ({ host }) => attribute(host, 'role'),
  ariaHidden: ({ host }) => attribute(host, 'aria-hidden'),
  ariaLive: ({ host }) => attribute(host, 'aria-live'),
  ariaChecked: ({ host }) => attribute(host, 'aria-checked'),
  ariaSelected: ({ host }) => attribute(host, 'aria-selected'),
  ariaExpanded: ({ host }) => attribute(host, 'aria-expanded'),
  ariaDisabled: ({ host }) => attribute(host, 'aria-disabled'),
  ariaValuenow: ({ host }) => attribute(host, 'aria-valuenow'),
  ariaValuemax: ({ host }) => attribute(host, 'aria-valuemax'),
};
/** Properties templates carry and this client has no use for. */
const ignored = [
  'hoverStopPropagation', 'hoverStartTime', 'hoverStayTime', 'animation', 'userSelect', 'space', 'decode', 'selectable', 'overflow',
  'maxLines', 'lazyLoad', 'webp', 'fadeIn', 'showMenuByLongpress', 'catchMove',
]; // biome-ignore format: a list of names

export function attribute(host: HTMLElement, name: string): (value: unknown) => void {
  return (value) => {
    if (value === undefined || value === null || value === '') host.removeAttribute(name);
    else host.setAttribute(name, String(value));
  };
}

export const builtIns: string[] = [];

export function define(tag: string, definition: Definition = {}): void {
  const names = [...new Set([...(definition.properties ?? []), ...Object.keys(common), ...ignored])];
  builtIns.push(tag);
  const builder = space.define(tag);
  for (const name of names) {
    builder.property(name, {
      type: null,
      value: undefined,
      observer(this: glassEasel.GeneralComponent, value: unknown) {
        changes.get(this)?.[name]?.(value);
      },
    } as never);
  }
  if (definition.template) builder.template(definition.template);
  const changes = new WeakMap<object, Record<string, (value: unknown) => void>>();
  const owns = new WeakMap<object, BuiltIn>();
  builder.init(function (this: unknown, { lifetime }) {
    const component = this as glassEasel.GeneralComponent;
    const own: BuiltIn = {
      host: component.$$ as unknown as HostElement,
      get: (property) => (component.data as Record<string, unknown>)[property],
      fire: (type, detail = {}, bubbles = false) => dispatch(component, type, detail, { bubbles }),
    };
    owns.set(component, own);
    const shared = Object.fromEntries(Object.entries(common).map(([name, make]) => [name, make(own)]));
    changes.set(component, { ...shared, ...definition.setup?.(own) });
    lifetime('attached', () => definition.attached?.(own));
    lifetime('detached', () => definition.detached?.(own));
  });
  const registered = builder.registerComponent();
  usable.set(tag, registered as unknown as glassEasel.GeneralComponentDefinition);
}

export const usable = new Map<string, glassEasel.GeneralComponentDefinition>();
