/** Set on this device once the guide has been read or skipped. */
export const guideSeenKey = 'guide.seen';
