export type LeaveGuard = {
  /** What the client's own alert says where it asks itself (WeChat's back arrow). A browser has words of its own. */
  message: string;
  /** The person wanted to go back and stays: show the sheet with the choices. */
  ask(): void;
};

/**
 * From now until the answer is called, leaving asks first where the platform lets us. The answer lets go; call it before
 * navigating away on purpose.
 */
export type GuardLeaving = (guard: LeaveGuard) => () => void;
