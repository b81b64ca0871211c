export default definePageConfig({ navigationBarTitleText: '第三页' });
