import { voluntary } from '#shared/copy/zh/voluntary.ts';

export default definePageConfig({ navigationBarTitleText: voluntary.title });
