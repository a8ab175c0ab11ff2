import type { Plan } from '../../contract/plan.ts'
import type { Event, EventDecision, State } from '../../contract/registry.ts'
import { accept, reject } from '../../kernel/decision.ts'

/** Makes the founding commit of a session: one event for each slice that the plan sets. */
export const makeFoundingEvents = (plan: Plan): readonly Event[] => [{ type: 'session.created', data: { plan } }, ...makePlanEvents(plan)]

/** Replaces the whole plan before the opening. A group that registered people belong to cannot be removed. */
export const replacePlan = ({ session, people }: State, plan: Plan): EventDecision => {
  if (session.phase !== 'planned') return reject('session-started')
  const plannedGroups = new Set(plan.groups.map(({ id }) => id))
  if ([...people.all.values()].some(({ group }) => group !== null && !plannedGroups.has(group))) return reject('group-in-use')
  return accept<Event>({ type: 'session.planned', data: { plan } }, ...makePlanEvents(plan))
}

const makePlanEvents = (plan: Plan): readonly Event[] => [
  { type: 'agenda.planned', data: { segments: plan.segments, endsAt: plan.endsAt } },
  { type: 'queue.configured', data: { mode: plan.floor.order, maxOvertakes: plan.floor.overtakes } },
  {
    type: 'floor.configured',
    data: { limits: plan.floor.limits, warnings: plan.floor.warnings, grace: plan.floor.grace, reserve: plan.floor.reserve },
  },
  { type: 'questions.moderation-set', data: { moderation: plan.questions.moderation } },
  { type: 'captions.configured', data: plan.captions },
]

/** Returns the plan, to plan the same session again: with what was set before the opening, and without what was set during the session. */
export const extractPlan = ({ session, agenda, floor, queue, questions, captions }: State): Plan => ({
  ...session.plan,
  groups: session.groups,
  segments: agenda.segments,
  ...(session.phase === 'planned'
    ? {
        floor: {
          limits: floor.limits,
          warnings: floor.warnings,
          order: queue.mode,
          overtakes: queue.maxOvertakes,
          grace: floor.grace,
          reserve: floor.reserve,
        },
        questions: { ...session.questions, moderation: questions.moderation },
      }
    : { floor: session.floor, questions: session.questions }),
  captions: { kept: captions.kept, delay: captions.delay, languages: captions.tracks.map(({ language }) => language) },
})
