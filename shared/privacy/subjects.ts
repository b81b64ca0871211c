/** The ids of people that a request and its answer name, wherever they stand. */
export type Subjects = { candidates: string[]; interviews: string[]; applications: string[] };

const named: Record<string, keyof Subjects> = {
  candidateId: 'candidates',
  candidateIds: 'candidates',
  interviewId: 'interviews',
  interviewIds: 'interviews',
  applicationId: 'applications',
  applicationIds: 'applications',
};
const forms: Record<keyof Subjects, RegExp> = {
  candidates: /^cand_[a-z0-9]{4,40}$/,
  interviews: /^itv_[a-z0-9]{4,40}$/,
  applications: /^app_[a-z0-9]{4,40}$/,
};

/** Of one kind at most: an answer shows a page of people. */
const most = 200;
const deepest = 8;

export function subjectsOf(...values: unknown[]): Subjects {
  const found = { candidates: new Set<string>(), interviews: new Set<string>(), applications: new Set<string>() };
  const take = (kind: keyof Subjects, value: unknown): void => {
    for (const id of Array.isArray(value) ? value : [value]) {
      if (typeof id === 'string' && forms[kind].test(id) && found[kind].size < most) found[kind].add(id);
    }
  };
  const walk = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > deepest) return;
    if (Array.isArray(value)) {
      for (const one of value) walk(one, depth + 1);
      return;
    }
    for (const [name, inner] of Object.entries(value)) {
      const kind = named[name];
      if (kind === undefined) walk(inner, depth + 1);
      else take(kind, inner);
    }
  };
  for (const value of values) walk(value, 0);
  return {
    candidates: [...found.candidates],
    interviews: [...found.interviews],
    applications: [...found.applications],
  };
}
