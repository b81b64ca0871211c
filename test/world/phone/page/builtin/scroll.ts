/** `<scroll-view>` and `<swiper>`: elements that scroll themselves. */
import { define } from './define.ts';

export function defineScrollers(): void {
  define('scroll-view', {
    properties: [
      'scrollX', 'scrollY', 'scrollTop', 'scrollLeft', 'scrollIntoView', 'scrollWithAnimation', 'upperThreshold', 'lowerThreshold',
      'enableFlex', 'enhanced', 'showScrollbar', 'bounces', 'type', 'enableBackToTop', 'scrollAnchoring', 'usingSticky', 'pagingEnabled',
      'enablePassive', 'fastDeceleration', 'refresherEnabled', 'refresherTriggered', 'refresherThreshold', 'refresherDefaultStyle',
      'refresherBackground', 'associativeContainer', 'reverse', 'clip', 'cacheExtent', 'minDragDistance', 'padding',
      'scrollIntoViewWithinExtent', 'scrollIntoViewAlignment', 'refresherTwoLevelEnabled', 'refresherTwoLevelTriggered',
      'refresherTwoLevelThreshold', 'refresherTwoLevelCloseThreshold', 'refresherTwoLevelScrollEnabled',
      'refresherBallisticRefreshEnabled', 'refresherTwoLevelPinned',
    ], // biome-ignore format: a list of names
    setup({ host, get, fire }) {
      let last = { top: 0, left: 0, lower: false, upper: true };
      const behavior = (): ScrollBehavior => (get('scrollWithAnimation') === true ? 'smooth' : 'instant');
      const afterLayout = (run: () => void) => setTimeout(run, 0);
      host.addEventListener('scroll', () => {
        const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = host;
        fire('scroll', {
          scrollTop, scrollLeft, scrollHeight, scrollWidth,
          deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop,
        }); // biome-ignore format: as the client lists them
        const across = get('scrollX') === true && get('scrollY') !== true;
        const rest = across ? scrollWidth - clientWidth - scrollLeft : scrollHeight - clientHeight - scrollTop;
        const lower = rest <= Number(get('lowerThreshold') ?? 50);
        const upper = (across ? scrollLeft : scrollTop) <= Number(get('upperThreshold') ?? 50);
        if (lower && !last.lower) fire('scrolltolower', { direction: across ? 'right' : 'bottom' });
        if (upper && !last.upper) fire('scrolltoupper', { direction: across ? 'left' : 'top' });
        last = { top: scrollTop, left: scrollLeft, lower, upper };
      });
      return {
        scrollX: (value) => host.classList.toggle('wx-scroll-x', value === true),
        scrollY: (value) => host.classList.toggle('wx-scroll-y', value === true),
        enableFlex: (value) => host.classList.toggle('wx-enable-flex', value === true),
        scrollTop: (value) => afterLayout(() => host.scrollTo({ top: Number(value) || 0, behavior: behavior() })),
        scrollLeft: (value) => afterLayout(() => host.scrollTo({ left: Number(value) || 0, behavior: behavior() })),
        scrollIntoView: (value) => {
          if (!value) return;
          afterLayout(() => {
            const target = host.querySelector(`[id="${CSS.escape(String(value))}"]`);
            if (!target) return;
            const own = host.getBoundingClientRect();
            const there = target.getBoundingClientRect();
            const top = host.scrollTop + there.top - own.top;
            host.scrollTo({ top, left: host.scrollLeft + there.left - own.left, behavior: behavior() });
          });
        },
      };
    },
  });

  define('swiper', {
    properties: [
      'current',
      'indicatorDots',
      'indicatorColor',
      'indicatorActiveColor',
      'autoplay',
      'interval',
      'duration',
      'circular',
      'vertical',
      'previousMargin',
      'nextMargin',
      'displayMultipleItems',
      'currentItemId',
      'snapToEdge',
      'easingFunction',
    ],
    setup({ host, get, fire }) {
      let current = 0;
      host.addEventListener('scrollend', () => {
        const now = Math.round(host.scrollLeft / Math.max(1, host.clientWidth));
        if (now !== current) fire('change', { current: now, source: 'touch' });
        current = now;
      });
      const show = () => host.scrollTo({ left: current * host.clientWidth, behavior: 'instant' });
      return {
        current: (value) => {
          current = Number(value) || 0;
          setTimeout(show, 0);
        },
        vertical: () => host.classList.toggle('wx-vertical', get('vertical') === true),
      };
    },
  });
  define('swiper-item', { properties: ['itemId', 'skipHiddenItemLayout'] });
}
