import { candidate } from '#shared/copy/zh/candidate.ts';

const weapp = process.env.TARO_ENV === 'weapp';
/** A colour of theme.json, which WeChat swaps in dark mode; a browser knows no such names and gets the light one. */
const themed = (name: string, light: string) => (weapp ? `@${name}` : light);

export default defineAppConfig({
  pages: [
    'pages/home/index',
    'pages/interview-tab/index',
    'pages/mine/index',
    'pages/invitation/index',
    'pages/guide/index',
    'pages/booking/index',
    'pages/messages/index',
    'pages/precheck/index',
    'pages/practice/index',
    'pages/interview/index',
    'pages/progress/index',
    'pages/report/index',
    'pages/apply/index',
    'pages/voluntary/index',
    'pages/rights/index',
  ],
  subPackages: [
    {
      root: 'hr',
      pages: [
        'workbench/index',
        'review/index',
        'invite/index',
        'slots/index',
        'intake/index',
        'rules/index',
        'positions/index',
        'positions/editor/index',
        'positions/preview/index',
        'questions/index',
        'learning/index',
        'status/index',
        'privacy/index',
        'audit/index',
        'training/index',
        'sandbox/index',
        'figures/index',
        'figures/people/index',
        'figures/compare/index',
        'figures/review/index',
        'figures/reports/index',
        'organisation/index',
        'organisation/import/index',
        'settings/index',
        'account/index',
        'account/confirm/index',
        'account/staff/index',
      ],
    },
  ],
  tabBar: {
    color: themed('tabText', '#6b7280'),
    selectedColor: themed('tabSelected', '#0f766e'),
    backgroundColor: themed('tabBackground', '#ffffff'),
    // WeChat takes a theme name here, its type does not.
    borderStyle: themed('tabBorder', 'black') as 'black',
    list: [
      {
        pagePath: 'pages/home/index',
        text: candidate.titles.home,
        iconPath: 'assets/tab/home.png',
        selectedIconPath: 'assets/tab/home-on.png',
      },
      {
        pagePath: 'pages/interview-tab/index',
        text: candidate.titles.interviewTab,
        iconPath: 'assets/tab/interview.png',
        selectedIconPath: 'assets/tab/interview-on.png',
      },
      {
        pagePath: 'pages/mine/index',
        text: candidate.titles.mine,
        iconPath: 'assets/tab/mine.png',
        selectedIconPath: 'assets/tab/mine-on.png',
      },
    ],
  },
  window: {
    navigationBarTitleText: candidate.brand,
    navigationBarBackgroundColor: themed('barBackground', '#f6f7f5'),
    navigationBarTextStyle: themed('barText', 'black') as 'black',
    backgroundColor: themed('barBackground', '#f6f7f5'),
    backgroundTextStyle: 'dark',
  },
  darkmode: true,
  themeLocation: 'theme.json',
  lazyCodeLoading: 'requiredComponents',
});
