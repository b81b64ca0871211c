/** What candidates said of themselves of their own will. Categories; absent: not said. */
export type VoluntaryData = { sex?: 'female' | 'male' | 'other'; bornFrom?: number };
export type StoredVoluntary = VoluntaryData & { consent: { version: string; at: string } };

/** Of one candidate, for that candidate alone. */
export type Voluntary = {
  mine(company: string, candidateId: string): Promise<StoredVoluntary | undefined>;
  put(company: string, candidateId: string, data: StoredVoluntary): Promise<void>;
  remove(company: string, candidateId: string): Promise<void>;
};

/** Of everybody, for the fairness pack alone: by candidate, without a name. */
export type VoluntaryOfAll = { all(company: string): Promise<Map<string, VoluntaryData>> };
