/**
 * "Back" asks first: while a guard is up, a second entry of the same address lies on the page's own (marked `base`), so that going
 * back lands there without leaving. Taro's router must not hear of it (it would take the page down): the listeners let nothing
 * through that happens on a base. A window calls its listeners in the order they came, captured or not, so this module must be
 * loaded before the router is made: `network.ts`, which the app itself needs, brings it along.
 */
type State = { idx?: number; guard?: 'base' | 'over' } | null;

let ask: (() => void) | undefined;

const stateNow = () => window.history.state as State;
const onBase = () => stateNow()?.guard === 'base';
const coverBase = () => window.history.pushState({ ...stateNow(), guard: 'over' }, '', window.location.href);

function onPop(event: Event): void {
  if (!onBase()) return;
  event.stopImmediatePropagation();
  if (ask) {
    coverBase();
    ask();
  } else window.history.back();
}

function onHash(event: Event): void {
  if (onBase()) event.stopImmediatePropagation();
}

/** @returns how to take the guard down; the entry it left behind is passed over by the next "back" */
export function guardHistory(asking: () => void): () => void {
  ask = asking;
  if (stateNow()?.guard !== 'over') {
    if (!onBase()) window.history.replaceState({ ...stateNow(), guard: 'base' }, '', window.location.href);
    coverBase();
  }
  return () => {
    if (ask === asking) ask = undefined;
  };
}

window.addEventListener('popstate', onPop);
window.addEventListener('hashchange', onHash);
