/** Whether a key belongs to a text box, to a sheet that is open, or to the browser; not to the page. */
export function isTyping(event: KeyboardEvent): boolean {
  const field = event.target instanceof HTMLElement && /^(input|textarea|select)$/i.test(event.target.tagName);
  return field || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('.sheet') !== null;
}
