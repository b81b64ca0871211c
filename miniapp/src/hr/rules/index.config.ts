import { rules } from '#shared/copy/zh/rules.ts';

export default definePageConfig({ navigationBarTitleText: rules.editor.title });
