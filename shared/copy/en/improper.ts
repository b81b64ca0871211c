import type { ImproperGround } from '../../organisation/position/improper-grounds.ts';

/** What no question may ask and no requirement may name: it says nothing of the work, and the law forbids to choose by it. */
export const improper: Record<ImproperGround, RegExp> = {
  age: /how old (are|were) you|your (age|birthday)|date of birth|year of birth|(under|over|below|above) \d{2} years|young(er)? candidates|zodiac|blood type/i,
  marriage:
    /(are|get|got|were) (you )?(married|divorced)|marital status|married or|your (husband|wife|spouse|boyfriend|girlfriend|child|children|kids)|pregnan|plan(ning)? to have (a )?(child|children|kids|bab)/i,
  origin:
    /where (are|do) you (really )?(come )?from|your (native place|hometown|nationality|ethnicity|race|religion|faith|household registration)|party member|mother tongue only/i,
  health:
    /your (health|medical|body|illness)|medical (history|condition)|disab(led|ility)|do you (take|need) (any )?(medicine|medication)|hepatitis|depression/i,
  gender: /\b(fe)?males? (only|preferred)|\b(wo)?men (only|preferred)|as a (wo)?man\b|your (gender|sex)\b/i,
  looks: /your (height|weight|looks|appearance|figure)|good[- ]looking/i,
};
