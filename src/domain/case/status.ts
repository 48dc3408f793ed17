export const CASE_STATUSES = ['assigned', 'acknowledged', 'answered', 'closed', 'withdrawn'] as const;
export type CaseStatus = (typeof CASE_STATUSES)[number];

/** Every allowed change of status; whatever is not here is refused. */
const ALLOWED: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  assigned: ['acknowledged', 'withdrawn'],
  acknowledged: ['answered', 'withdrawn'],
  answered: ['closed', 'acknowledged'],
  closed: ['acknowledged'],
  withdrawn: [],
};

export const mayChange = (from: CaseStatus, to: CaseStatus): boolean => ALLOWED[from].includes(to);
