/** WeChat tells by onShow, onHide and onUnload, which the page listens to itself. */
export function useLeaving(_leave: () => void, _comeBack: () => void): void {}
