export default definePageConfig({ navigationBarTitleText: '试验一' });
