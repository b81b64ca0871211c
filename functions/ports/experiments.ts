import type { Question } from '#shared/interview/plan.ts';

/** Two versions of one question of a position, put to people by lot. `b`: the proposed one, as the bank has it. */
export type Experiment = {
  experimentId: string;
  positionId: string;
  questionId: string;
  bankId: string;
  a: number;
  b: number;
  question: Question;
  /** What is asked without it. */
  before: string;
  why: string;
  state: 'proposed' | 'refused' | 'running' | 'ended';
  proposed: { by: string; at: string };
  reviewed: { by: string; at: string; note: string } | null;
  ended: { by: string; at: string; adopted: boolean } | null;
};

export type Experiments = {
  ofPosition(company: string, positionId: string): Promise<Experiment[]>;
  all(company: string): Promise<Experiment[]>;
  /** False where the one that stands is not in `from`; null: there is none yet. */
  put(company: string, experiment: Experiment, from: Experiment['state'] | null): Promise<boolean>;
  /** Whose turn it is in the draw: 0 the first time, one more each time it is asked. */
  turn(company: string, experiment: Pick<Experiment, 'positionId' | 'experimentId'>): Promise<number>;
};
