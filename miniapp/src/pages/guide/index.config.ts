export default definePageConfig({ navigationBarTitleText: '面试须知' });
