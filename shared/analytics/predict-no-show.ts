import { limits } from '../limits.ts';
import type { Random } from '../seeded.ts';
import {
  brier,
  type CalibrationBin,
  calibrated,
  calibrationBins,
  type Forecast,
  fitPlatt,
  type Platt,
  reliability,
} from './calibration.ts';
import { foldsOf, type Gain, heldOutGain } from './folds.ts';
import { fitLogistic, type Logistic, logitOf, type Scale, scaled, scaleOf } from './logistic.ts';
import { featuresOf, type NoShowFacts } from './no-show-facts.ts';

/** One appointment that is over. */
export type Appointment = { facts: NoShowFacts; missed: boolean };

/** Plain data: a model is stored and read back as it is. */
export type NoShowModel = { version: 1; scale: Scale; logistic: Logistic; platt: Platt };

/** All on appointments the model had not seen. `gain`: by how much its Brier score is lower than the base rate's. */
export type NoShowEvidence = {
  appointments: number;
  missed: number;
  brier: number;
  baseBrier: number;
  gain: Gain;
  bins: CalibrationBin[];
  reliability: number;
};

export type NoShowFound =
  | { state: 'off'; reason: 'insufficient'; missing: { appointments: number; missed: number; kept: number } }
  | { state: 'off'; reason: 'not_better'; evidence: NoShowEvidence }
  | { state: 'on'; model: NoShowModel; evidence: NoShowEvidence };

/** One standard deviation of a feature is thought to change the odds by some units of log odds, not by dozens. */
const penalty = 1;
const bins = 10;

type Fitted = { scale: Scale; logistic: Logistic };

function modelOf(appointments: readonly Appointment[]): Fitted {
  const rows = appointments.map(({ facts }) => featuresOf(facts));
  const scale = scaleOf(rows);
  const targets = appointments.map(({ missed }) => Number(missed));
  return { scale, logistic: fitLogistic({ rows: rows.map((row) => scaled(scale, row)), targets }, penalty) };
}

const rawLogit = ({ scale, logistic }: Fitted, facts: NoShowFacts): number =>
  logitOf(logistic, scaled(scale, featuresOf(facts)));

/** The chance, 0-1, that an appointment will be missed. */
export const noShowChance = (model: NoShowModel, facts: NoShowFacts): number =>
  calibrated(model.platt, rawLogit(model, facts));

/**
 * A model for the coming week, or why there is none. Each appointment is judged by a model that was fitted and calibrated
 * without it; the model is on only where it beats the rate of the others with 95 % confidence.
 */
export function learnNoShows(appointments: readonly Appointment[], random: Random): NoShowFound {
  const needed = limits.analytics.noShow;
  const missed = appointments.filter((one) => one.missed).length;
  const lacking = (have: number, need: number) => Math.max(0, need - have);
  const missing = {
    appointments: lacking(appointments.length, needed.appointments),
    missed: lacking(missed, needed.each),
    kept: lacking(appointments.length - missed, needed.each),
  };
  if (Object.values(missing).some((one) => one > 0)) return { state: 'off', reason: 'insufficient', missing };
  const folds = foldsOf(appointments.length, needed.folds, random);
  const models = Array.from({ length: needed.folds }, (_, own) =>
    modelOf(appointments.filter((__, at) => folds[at] !== own)),
  );
  const held = appointments.map(({ facts, missed: happened }, at) => {
    const model = models[folds[at] ?? 0];
    return { fold: folds[at] ?? 0, happened, logit: model ? rawLogit(model, facts) : 0 };
  });
  const platt = (rows: readonly { logit: number; happened: boolean }[]) =>
    fitPlatt(
      rows.map(({ logit }) => logit),
      rows.map(({ happened }) => happened),
    );
  const others = models.map((_, own) => {
    const rest = held.filter(({ fold }) => fold !== own);
    return { platt: platt(rest), base: rest.filter(({ happened }) => happened).length / rest.length };
  });
  const said = held.map(({ fold, happened, logit }): Forecast => {
    const own = others[fold];
    return { happened, chance: own ? calibrated(own.platt, logit) : 0 };
  });
  const base = held.map(({ fold, happened }): Forecast => ({ happened, chance: others[fold]?.base ?? 0 }));
  const squared = ({ chance, happened }: Forecast) => (chance - Number(happened)) ** 2;
  const gains = base.map((one, at) => squared(one) - squared(said[at] ?? one));
  const curve = calibrationBins(said, bins);
  const evidence: NoShowEvidence = {
    appointments: appointments.length,
    missed,
    brier: brier(said),
    baseBrier: brier(base),
    gain: heldOutGain(gains, needed.folds),
    bins: curve,
    reliability: reliability(curve),
  };
  if (!(evidence.gain.low > 0)) return { state: 'off', reason: 'not_better', evidence };
  return { state: 'on', model: { version: 1, ...modelOf(appointments), platt: platt(held) }, evidence };
}
