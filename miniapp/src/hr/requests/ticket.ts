import type { Dossier } from '../review/dossier.ts';

export type Ticket = Dossier['tickets'][number];
export type Closing = {
  resolution: NonNullable<Ticket['resolution']>;
  fault: 'ours' | 'none';
  text?: string;
  hours?: number;
  extraTime?: number;
};
