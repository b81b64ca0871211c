import type { Device } from '#shared/access/device.ts';
import type { AccessStep, StaffRole } from '#shared/access/roles.ts';
import type { Staff } from '#shared/organisation/records.ts';

/** One place somebody is signed in at. `confirmedUntil`: how long the second factor counts for it. */
export type Session = {
  sessionId: string;
  device: Device;
  createdAt: string;
  usedAt: string;
  endsAt: string;
  confirmedUntil?: string | undefined;
};

/** Sessions of a member of staff or of a candidate; an id tells which. One that was ended is not there. */
export type Sessions = {
  open(company: string, personId: string, session: Session): Promise<void>;
  read(company: string, personId: string, sessionId: string): Promise<Session | undefined>;
  /** With the person as the company knows them now, in one request. */
  readWithStaff(
    company: string,
    userId: string,
    sessionId: string,
  ): Promise<{ session: Session | undefined; staff: Staff | undefined }>;
  /** The one used last first. */
  of(company: string, personId: string): Promise<Session[]>;
  /** Notes that it was used, or confirmed; nothing where it was ended meanwhile. */
  change(
    company: string,
    personId: string,
    sessionId: string,
    change: { usedAt?: string; confirmedUntil?: string },
  ): Promise<void>;
  end(company: string, personId: string, sessionId: string): Promise<void>;
};

/** `secret` in base 32. `usedStep`: the last 30 seconds of which a code was taken: each counts once. */
export type SecondFactor = { secret: string; enabledAt: string | null; usedStep: number; recovery: string[] };
export type SecondFactors = {
  read(company: string, userId: string): Promise<SecondFactor | undefined>;
  /** A secret that waits for its first code; false where one is enabled already. */
  begin(company: string, userId: string, secret: string): Promise<boolean>;
  /** By the code of a later step than the last one; false where that was used already. */
  takeStep(
    company: string,
    userId: string,
    step: number,
    enable?: { at: string; secret: string; recovery: string[] },
  ): Promise<boolean>;
  /** Takes one of the recovery codes' hashes; false where it was used meanwhile. */
  takeRecovery(company: string, userId: string, before: string[], left: string[]): Promise<boolean>;
  setRecovery(company: string, userId: string, recovery: string[]): Promise<void>;
  remove(company: string, userId: string): Promise<void>;
};

/** The codes of authenticator apps (RFC 6238). */
export type Totp = {
  newSecret(): string;
  uri(secret: string, label: { issuer: string; name: string }): string;
  /** The 30 seconds a code belongs to, a neighbour of now's at most; undefined for a wrong one. */
  stepOf(secret: string, code: string, now: Date): number | undefined;
};

/** What was done to somebody's access. */
export type AccessEntry = {
  at: string;
  by: string;
  about: string;
  what: AccessStep;
  role: StaffRole | null;
};
export type StaffAccess = {
  all(company: string): Promise<Staff[]>;
  /** Both or neither: what was done, and that it was. False where there is nobody of that id. */
  setRole(company: string, userId: string, role: StaffRole, entry: AccessEntry): Promise<boolean>;
  /** Whether the company makes a second factor a duty. */
  secondFactorRequired(company: string): Promise<boolean>;
  setSecondFactorRequired(company: string, required: boolean, entry: AccessEntry): Promise<void>;
  note(company: string, entry: AccessEntry): Promise<void>;
  /** The newest first. */
  log(company: string, limit: number): Promise<AccessEntry[]>;
};

/** Whether there was one more of `most` in this window. */
export type Allow = (company: string, what: string, most: number, minutes: number) => Promise<boolean>;

/** A stretch of the clock and who is counted in it. No company: where nobody is signed in. */
type Stretch = { company?: string | undefined; whom: string; n: number; seconds: number };
export type Shares = {
  /** Takes `lease` of `most` for this stretch, for all function instances together; false where they are not left. */
  take(stretch: Stretch, share: { lease: number; most: number }): Promise<boolean>;
};
