/** Of the page's own `link`, or of the address that a scanned code led by: WeChat hands that over as `q`. */
export function linkIdOf({ link, q }: { link?: string; q?: string }): string {
  if (link !== undefined) return link;
  try {
    return /[?&]link=(lnk_[a-z0-9]+)/.exec(decodeURIComponent(q ?? ''))?.[1] ?? '';
  } catch {
    return '';
  }
}
