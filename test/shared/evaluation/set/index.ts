import { accountant } from './accountant.ts';
import { againstLength } from './against-length.ts';
import { classTeacher } from './class-teacher.ts';
import { customerService } from './customer-service.ts';
import { dataAnalyst } from './data-analyst.ts';
import { frontendEngineer } from './frontend-engineer.ts';
import { hotelFrontDesk } from './hotel-front-desk.ts';
import { maintenanceTechnician } from './maintenance-technician.ts';
import { nurse } from './nurse.ts';
import type { RatedPosition } from './position.ts';
import { productManager } from './product-manager.ts';
import { storeManager } from './store-manager.ts';
import { warehouse } from './warehouse.ts';

const whole = (one: RatedPosition): RatedPosition => ({
  ...one,
  answers: [...one.answers, ...(againstLength[one.position] ?? [])],
});

/** The coefficients were fitted on these. */
export const developmentSet = [
  customerService,
  productManager,
  storeManager,
  nurse,
  accountant,
  warehouse,
  classTeacher,
  frontendEngineer,
].map(whole);

/** Written before the scorer and not looked at while it was made. */
export const heldOutSet = [hotelFrontDesk, dataAnalyst, maintenanceTechnician].map(whole);
