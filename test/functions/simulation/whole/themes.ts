import { createRandom } from '../random.ts';

/** What a life may be about besides its two interviews, and in which share of the lives. */
const shares = {
  booking: 0.55,
  lastPlace: 0.5,
  rebook: 0.5,
  reminders: 0.5,
  missed: 0.2,
  outage: 0.3,
  unknownSend: 0.3,
  providersAway: 0.3,
  twiceTicking: 0.35,
  poison: 0.2,
  otherDevice: 0.5,
  lapse: 0.35,
  grace: 0.25,
  tooLate: 0.3,
  speech: 0.45,
  asrDown: 0.25,
  injection: 0.35,
  modelAway: 0.4,
  script: 0.35,
  erase: 0.35,
  strangers: 0.5,
  bodies: 0.3,
  media: 0.35,
  callbacks: 0.35,
  decision: 0.5,
} as const;
export type Theme = keyof typeof shares;

/** By their seed, so that each comes up often enough to be counted on. */
export function themesOf(seed: number): Set<Theme> {
  const random = createRandom(seed + 5_000_000);
  const all = Object.entries(shares) as [Theme, number][];
  return new Set(all.flatMap(([theme, share]) => (random.chance(share) ? [theme] : [])));
}
