/** For parts that show the plan: only a new plan changes them. */
import type { Touches } from './part.ts'

export const touchesOfPlan = {
  'session.created': 'all',
  'session.planned': 'all',
  'session.opened': 'none',
  'session.suspended': 'none',
  'session.resumed': 'none',
  'session.closed': 'none',
  'session.unopened': 'none',
  'session.reopened': 'none',
  'session.attendance-recorded': 'none',
  'session.profile-recorded': 'none',
  'session.loss-recorded': 'none',
  'session.code-renewed': 'none',
} as const satisfies Touches<'session'>
