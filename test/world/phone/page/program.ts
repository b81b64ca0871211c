/** The mini-program itself: its modules, App(), Page(), Component(), as the compiled package has them. */

import type * as glassEasel from 'glass-easel';
import type { CodeSpace } from 'glass-easel-miniprogram-adapter';
import { defineCamera } from './builtin/camera.ts';
import { defineChoices } from './builtin/choice.ts';
import { builtIns, usable } from './builtin/define.ts';
import { defineFields } from './builtin/field.ts';
import { defineForms } from './builtin/form.ts';
import { definePageContainer } from './builtin/page-container.ts';
import { definePlain } from './builtin/plain.ts';
import { defineScrollers } from './builtin/scroll.ts';
import { environment, plainEvent } from './engine.ts';
import { noteHandled } from './gestures.ts';
import { createModules, resolvePath } from './sandbox.ts';
import { guarded, phone } from './state.ts';

type Definition = Record<string, unknown>;
type Groups = Record<string, unknown>;

let space: CodeSpace;
let modules: ReturnType<typeof createModules>;
let app: Definition | undefined;
let defining = '';

export const codeSpace = () => space;

/** @param wx the client's object, as the mini-program sees it */
export function startProgram(wx: object, openPages: () => readonly { instance: unknown }[]): void {
  const groups = new Function(`return ${phone.package.templates}`)() as Groups;
  const template = (path: string) =>
    ({ groupList: groups, content: groups[path] }) as unknown as glassEasel.template.ComponentTemplate;
  const global = environment.getGlobalCodeSpace().getComponentSpace();
  global.updateComponentOptions({ writeIdToDOM: true });
  definePlain();
  defineCamera();
  defineFields();
  defineForms();
  defineChoices();
  defineScrollers();
  definePageContainer(template('built-in/page-container'));
  space = environment.createCodeSpace('app', true);
  space.getComponentSpace().updateComponentOptions({ writeIdToDOM: true });
  for (const tag of builtIns) {
    const definition = usable.get(tag);
    if (definition) space.getComponentSpace().setGlobalUsingComponent(tag, definition);
  }
  for (const [path, config] of Object.entries(phone.package.configs)) {
    if (groups[path] === undefined) continue;
    space.addComponentStaticConfig(path, config);
    space.addCompiledTemplate(path, template(path));
  }
  modules = createModules(phone.package.modules, {
    wx,
    App: defineApp,
    Page: definePage,
    Component: defineComponent,
    Behavior: defineBehavior,
    getApp: () => app,
    getCurrentPages: () => openPages().map((page) => page.instance),
  });
  modules.load('app.js');
}

export function tellApp(hook: string, ...values: unknown[]): void {
  const method = app?.[hook];
  if (typeof method === 'function') guarded(() => method.apply(app, values));
}

const required = new Set<string>();

/** Runs a page's or a component's module once, after those of the components it uses. */
export function requirePage(path: string): void {
  if (required.has(path)) return;
  required.add(path);
  const using = (phone.package.configs[path]?.usingComponents ?? {}) as Record<string, string>;
  for (const component of Object.values(using)) requirePage(resolvePath(path, component).slice(0, -'.js'.length));
  const before = defining;
  defining = path;
  if (modules.has(`${path}.js`)) modules.load(`${path}.js`);
  defining = before;
}

function defineApp(definition: Definition): void {
  app = definition;
}

function defineBehavior(definition: Definition) {
  return space
    .behavior()
    .definition(definition as never)
    .register();
}

function definePage(definition: Definition): void {
  const wrapped: Definition = {};
  for (const [name, value] of Object.entries(definition)) {
    wrapped[name] = typeof value === 'function' ? withPlainEvents(value as (...values: unknown[]) => unknown) : value;
  }
  space
    .component(defining)
    .pageDefinition(wrapped as never)
    .register();
}

function defineComponent(definition: Definition): void {
  const methods = (definition.methods ?? {}) as Record<string, (...values: unknown[]) => unknown>;
  const wrapped = Object.fromEntries(Object.entries(methods).map(([name, method]) => [name, withPlainEvents(method)]));
  space
    .component(defining)
    .definition({ ...definition, methods: wrapped } as never)
    .register();
}

function withPlainEvents(method: (...values: unknown[]) => unknown) {
  return function (this: unknown, ...values: unknown[]) {
    const first = values[0] as { getEventName?: unknown } | undefined;
    if (typeof first?.getEventName !== 'function') return method.apply(this, values);
    if (phone.dead) return undefined;
    noteHandled();
    return guarded(() => method.call(this, plainEvent(first as unknown as glassEasel.ShadowedEvent<unknown>)));
  };
}
