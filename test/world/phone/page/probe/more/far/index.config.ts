export default definePageConfig({ navigationBarTitleText: '远处的页' });
