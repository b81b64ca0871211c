import { hrSettings } from '#shared/copy/zh/hr-settings.ts';

export default definePageConfig({ navigationBarTitleText: hrSettings.title });
