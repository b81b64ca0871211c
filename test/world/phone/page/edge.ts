/** A swipe from the left edge, by a finger or the mouse, goes back. */
const edge = 24;
const far = 80;

type Point = { clientX: number; clientY: number };

export function listenToEdge(swiped: () => void): void {
  let from: Point | undefined;
  const start = ({ clientX, clientY }: Point) => {
    from = clientX <= edge ? { clientX, clientY } : undefined;
  };
  const end = (to: Point | undefined) => {
    const begun = from;
    from = undefined;
    if (begun && to && to.clientX - begun.clientX > far && Math.abs(to.clientY - begun.clientY) < far) swiped();
  };
  const screen = document.getElementById('screen') as HTMLElement;
  screen.addEventListener('touchstart', (event) => event.touches[0] && start(event.touches[0]), { passive: true });
  screen.addEventListener('touchend', (event) => end(event.changedTouches[0]));
  screen.addEventListener('mousedown', start);
  document.addEventListener('mouseup', end);
}
