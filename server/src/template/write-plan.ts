/** A plan becomes a session file again: what is edited on the organiser's page, and what can be kept and used elsewhere. */
import type { Plan, PlanFile } from '@rostrum/shared/contract/plan'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import { stringify } from 'yaml'

/** Read again, it comes to the same plan; the parts of it stand one after another. */
export function fileOf(plan: Plan): PlanFile {
  const { floor, questions, timeZone } = plan
  const { limits } = floor
  const at = (instant: Instant): string => written(instant, timeZone)
  return {
    title: plan.title,
    short: plan.short,
    ...said({ series: plan.series, host: plan.host, venue: plan.venue, about: plan.about }),
    place: plan.place,
    timeZone,
    startsAt: at(plan.startsAt),
    endsAt: at(plan.endsAt),
    groups: plan.groups.map((group) => ({ ...group })),
    segments: plan.segments.map(({ id, kind, title, length, question, endsBy, opensList, speakers }) => ({
      id,
      kind,
      title,
      minutes: length / 60_000,
      ...said({ question, endsBy: endsBy === null ? null : at(endsBy) }),
      opensList,
      speakers: speakers.map(({ entity, group, limit }) => ({
        entity,
        ...said({ group, limit: limit === null ? null : secondsIn(limit) }),
      })),
    })),
    floor: {
      limit: secondsIn(limits.everyone),
      warnings: floor.warnings.map(secondsIn),
      order: floor.order,
      overtakes: floor.overtakes,
      limits: {
        groups: Object.fromEntries(
          Object.entries(limits.groups).flatMap(([id, limit]) => (limit === undefined ? [] : [[id, secondsIn(limit)]])),
        ),
        ...said({
          room: limits.channels.room === undefined ? null : secondsIn(limits.channels.room),
          remote: limits.channels.remote === undefined ? null : secondsIn(limits.channels.remote),
        }),
      },
      grace: secondsIn(floor.grace),
      reserve: secondsIn(floor.reserve),
      pointOfOrder: secondsIn(limits.pointOfOrder),
      rightOfReply: secondsIn(limits.rightOfReply),
    },
    questions: {
      moderation: questions.moderation,
      attribution: questions.attribution,
      length: questions.length,
      ...said({ cap: questions.cap }),
      answer: secondsIn(limits.answer),
    },
    notes: { tags: [...plan.notes.tags] },
    statements: { ...plan.statements },
    access: { walkIns: plan.walkIns },
    privacy: { deletePersonalDataAfterDays: plan.deletePersonalDataAfterDays },
    links: said({ meeting: plan.meetingLink, captions: plan.captionsLink }),
  }
}

export const writtenPlan = (plan: Plan): string => stringify(fileOf(plan), { lineWidth: 120 })

const secondsIn = (length: Millis): number => Math.round(length / 1000)

type Said<T> = { [K in keyof T]?: Exclude<T[K], null> }
/** A file leaves out what there is nothing to say of. */
const said = <T extends object>(fields: T): Said<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as Said<T>

/** ISO 8601 by the clocks of the place, to the second. */
function written(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.slice(3) || '+00:00'
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const ahead = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1)
  return `${new Date(at + ahead).toISOString().slice(0, 19)}${offset}`
}
