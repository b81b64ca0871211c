/** How a requisition stands. `turn` counts how often it was closed and opened; `untold`: the turn that is to be told. */
export type Standing = {
  closedAt: string | null;
  filled: number;
  vacancies: number;
  turn: number;
  untold: number | null;
};

export type Requisitions = {
  /** Undefined where there is no such requisition. */
  standing(company: string, requisitionId: string): Promise<Standing | undefined>;
  /** Closes it when every vacancy is filled, opens what had closed so when one is free again. */
  settle(company: string, requisitionId: string): Promise<Standing | undefined>;
  /** HR closes or opens it. The same operation is one turn. 'full': nobody could be hired, so it stays closed. */
  turn(
    company: string,
    requisitionId: string,
    wanted: { closed: boolean; by: string; operation: { id: string; name: string; bodyHash: string } },
  ): Promise<'done' | 'full' | 'absent' | 'other_operation'>;
  /** Interviews that have not been told how it stands. */
  untold(company: string, requisitionId: string, closed: boolean): Promise<string[]>;
  /** Makes it due for these to be told of a turn. */
  follow(company: string, interviewIds: string[], turn: number): Promise<void>;
  /** All that waited are on their way to be told of that turn. */
  told(company: string, requisitionId: string, turn: number): Promise<void>;
  /** Whose chain of reminders says how many are still missing: the one that moved last. Null: nobody's. */
  reporter(company: string, requisitionId: string): Promise<string | null>;
  report(company: string, requisitionId: string, interviewId: string): Promise<void>;
  /** Interviews that hold a seat. */
  holders(company: string, requisitionId: string): Promise<string[]>;
};
