/** WeChat's own component engine, told how to work on this document. */
import * as glassEasel from 'glass-easel';
import { MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { clientUnits } from '../client-units.ts';

export type HostElement = HTMLElement & { __wxElement?: glassEasel.Element };

/**
 * glass-easel makes nodes here. The engine's own listening to DOM events is off: gestures and components say what
 * happened, so that an inner `<input>`'s DOM events are not taken for the component's.
 */
class PhoneContext extends glassEasel.CurrentWindowBackendContext {
  override document = {
    createElement: (tag: string) => makeElement(tag),
    createTextNode: (text: string) => document.createTextNode(text),
    createDocumentFragment: () => document.createDocumentFragment(),
  } as unknown as glassEasel.CurrentWindowBackendContext['document'];

  override onEvent(): void {}
  override setListenerStats(): void {}
  override appendStyleSheetPath(): number {
    return 0;
  }
  /** Not an animation frame: those stop in a frame that is not shown, and setData's callback would never come. */
  override render(done: (error: Error | null) => void): void {
    setTimeout(() => done(null), 0);
  }
}

function makeElement(tag: string): HTMLElement {
  const element = document.createElement(tag.startsWith('wx-') ? tag : `wx-${tag}`);
  const setAttribute = element.setAttribute.bind(element);
  element.setAttribute = (name, value) =>
    setAttribute(name, name === 'style' ? clientUnits(String(value)) : String(value));
  // The engine writes ids with a prefix of the component they stand in; tests and selectors want the plain one.
  Object.defineProperty(element, 'id', {
    get: () => element.getAttribute('id') ?? '',
    set: (id: string) => setAttribute('id', id.slice(id.indexOf('--') + (id.includes('--') ? 2 : 0))),
  });
  return element;
}

// Templates name every attribute a component ever had; those this client has no use for are not worth a word.
glassEasel.addGlobalWarningListener((message) => !/is not a valid property/.test(String(message)));

export const environment = new MiniProgramEnv();
const context = new PhoneContext();
export const backend = environment.associateBackend(context as unknown as glassEasel.GeneralBackendContext);

export function dispatch(
  target: glassEasel.Element,
  type: string,
  detail: unknown,
  options: { bubbles?: boolean; extraFields?: Record<string, unknown> } = {},
): boolean {
  const event = new glassEasel.Event(type, detail, { composed: true, capturePhase: true, bubbles: false, ...options });
  glassEasel.Event.dispatchEvent(target, event);
  return !event.defaultPrevented();
}

/** The engine's element at or above a DOM node. */
export function elementAt(
  node: EventTarget | Node | null,
): { element: glassEasel.Element; dom: HostElement } | undefined {
  let at = node as (Node & { __wxElement?: glassEasel.Element }) | null;
  while (at && !at.__wxElement) at = at.parentNode;
  return at?.__wxElement ? { element: at.__wxElement, dom: at as HostElement } : undefined;
}

type Target = { id: string; dataset: Record<string, unknown>; offsetLeft: number; offsetTop: number };

/** What an event handler of the real client gets: plain data. */
export function plainEvent(event: glassEasel.ShadowedEvent<unknown>): Record<string, unknown> {
  const extra = event as unknown as Record<string, unknown>;
  return {
    type: event.type,
    timeStamp: Math.round(performance.now()),
    target: plainTarget(event.target),
    currentTarget: plainTarget(event.currentTarget),
    mark: { ...event.mark },
    detail: event.detail,
    ...(extra.touches !== undefined && { touches: extra.touches, changedTouches: extra.changedTouches }),
    mut: false,
  };
}

function plainTarget(target: glassEasel.Element): Target {
  // In a component's own event the target is the method caller, which keeps the component under `_$`.
  const element = ((target as unknown as { _$?: glassEasel.Element })._$ ?? target) as glassEasel.Element;
  const dom = element.$$ as unknown as HTMLElement | null;
  return {
    id: element.id,
    dataset: { ...element.dataset },
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  };
}
