import { hrBooking } from '#shared/copy/zh/hr-booking.ts';

export default definePageConfig({ navigationBarTitleText: hrBooking.slots.title, enablePullDownRefresh: true });
