import type { Unread } from './use-unread.ts';
import type { Person } from './world-client.ts';

/** What both sides of the stage are given. */
export type SideProps<P extends Person> = {
  person: P;
  everyone: P[];
  choosePerson(id: string): void;
  unread: Unread;
  now: Date | undefined;
  turns: number;
  zone: string;
  theme: 'light' | 'dark';
};
