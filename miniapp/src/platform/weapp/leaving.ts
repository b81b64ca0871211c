/** WeChat tells by onHide and onUnload, which the page listens to itself. */
export function useLeaving(_leave: () => void): void {}
