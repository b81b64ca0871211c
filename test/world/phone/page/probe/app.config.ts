export default defineAppConfig({
  pages: ['pages/first/index', 'pages/second/index', 'pages/third/index'],
  subPackages: [{ root: 'more', pages: ['far/index'] }],
  tabBar: {
    color: '@tabText',
    selectedColor: '@tabSelected',
    backgroundColor: '@tabBackground',
    borderStyle: '@tabBorder' as 'black',
    list: [
      { pagePath: 'pages/first/index', text: '首页' },
      { pagePath: 'pages/third/index', text: '我的' },
    ],
  },
  window: {
    navigationBarTitleText: '试验',
    navigationBarBackgroundColor: '@barBackground',
    navigationBarTextStyle: '@barText' as 'black',
    backgroundColor: '@barBackground',
  },
  darkmode: true,
  themeLocation: 'theme.json',
});
