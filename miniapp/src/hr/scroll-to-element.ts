import Taro from '@tarojs/taro';

/** Brings an element into view: in a browser within whatever column scrolls, on a phone by scrolling the page. */
export function scrollToElement(id: string, block: 'center' | 'nearest' | 'start' = 'center'): void {
  if (process.env.TARO_ENV === 'h5') {
    const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    document.getElementById(id)?.scrollIntoView({ block, behavior: calm ? 'auto' : 'smooth' });
    return;
  }
  // Clear of the tabs that stick to the top.
  void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -120, duration: 200 }).catch(() => {});
}
