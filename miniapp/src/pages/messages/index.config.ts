import { booking } from '#shared/copy/zh/booking.ts';

export default definePageConfig({ navigationBarTitleText: booking.titles.messages });
