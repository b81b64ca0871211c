import Taro from '@tarojs/taro';

/** Every way from page to page. */
export const go = {
  home: () => void Taro.switchTab({ url: '/pages/home/index' }),
  invitation: (interviewId: string) => void Taro.navigateTo({ url: `/pages/invitation/index?id=${interviewId}` }),
  booking: (interviewId: string) => void Taro.navigateTo({ url: `/pages/booking/index?id=${interviewId}` }),
  voluntary: () => void Taro.navigateTo({ url: '/pages/voluntary/index' }),
  rights: () => void Taro.navigateTo({ url: '/pages/rights/index' }),
  messages: () => void Taro.navigateTo({ url: '/pages/messages/index' }),
  /** As a message names it, with its query. */
  page: (page: string) => void Taro.navigateTo({ url: `/${page}` }),
  interview: (interviewId: string) => void Taro.navigateTo({ url: `/pages/interview/index?id=${interviewId}` }),
  progress: (interviewId: string) => void Taro.navigateTo({ url: `/pages/progress/index?id=${interviewId}` }),
  precheck: (interviewId: string) => void Taro.navigateTo({ url: `/pages/precheck/index?id=${interviewId}` }),
  report: (interviewId: string) => void Taro.navigateTo({ url: `/pages/report/index?id=${interviewId}` }),
  guide: (interviewId?: string) =>
    void Taro.navigateTo({ url: `/pages/guide/index${interviewId === undefined ? '' : `?id=${interviewId}`}` }),
  practice: (interviewId?: string) =>
    void Taro.navigateTo({ url: `/pages/practice/index${interviewId === undefined ? '' : `?id=${interviewId}`}` }),
  /** Takes the place of this page, so that going back does not return to what is over. */
  instead: {
    invitation: (interviewId: string) => void Taro.redirectTo({ url: `/pages/invitation/index?id=${interviewId}` }),
    booking: (interviewId: string) => void Taro.redirectTo({ url: `/pages/booking/index?id=${interviewId}` }),
    interview: (interviewId: string) => void Taro.redirectTo({ url: `/pages/interview/index?id=${interviewId}` }),
    guide: (interviewId: string) => void Taro.redirectTo({ url: `/pages/guide/index?id=${interviewId}` }),
    practice: (interviewId: string) => void Taro.redirectTo({ url: `/pages/practice/index?id=${interviewId}` }),
    progress: (interviewId: string) => void Taro.redirectTo({ url: `/pages/progress/index?id=${interviewId}` }),
  },
  /** Where nothing is behind, as when a message led here: to the time of that interview, or home. */
  back: (interviewId?: string) => {
    if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
    else if (interviewId === undefined) go.home();
    else go.instead.booking(interviewId);
  },
};
