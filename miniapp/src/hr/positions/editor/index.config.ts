import { hrPositions } from '#shared/copy/zh/hr-positions.ts';

export default definePageConfig({ navigationBarTitleText: hrPositions.editor.title });
