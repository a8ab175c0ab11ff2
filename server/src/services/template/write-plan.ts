/** Writes a plan as a plan file, for the editor of the organizer's page and for download. */
import type { Plan, PlanFile } from '@rostrum/shared/contract/plan'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import { stringify } from 'yaml'

/** Writes a plan. Reading the result gives the same plan, with segments that follow each other without gaps. */
export function toPlanFile(plan: Plan): PlanFile {
  const { floor, questions, timeZone } = plan
  const { limits } = floor
  const formatTime = (instant: Instant): string => formatLocalTime(instant, timeZone)
  return {
    title: plan.title,
    short: plan.short,
    ...omitNulls({ series: plan.series, host: plan.host, venue: plan.venue, about: plan.about }),
    place: plan.place,
    timeZone,
    startsAt: formatTime(plan.startsAt),
    endsAt: formatTime(plan.endsAt),
    groups: plan.groups.map((group) => ({ ...group })),
    segments: plan.segments.map(({ id, kind, title, length, question, endsBy, opensList, speakers }) => ({
      id,
      kind,
      title,
      minutes: length / 60_000,
      ...omitNulls({ question, endsBy: endsBy === null ? null : formatTime(endsBy) }),
      opensList,
      speakers: speakers.map(({ entity, group, limit }) => ({
        entity,
        ...omitNulls({ group, limit: limit === null ? null : toWholeSeconds(limit) }),
      })),
    })),
    floor: {
      limit: toWholeSeconds(limits.everyone),
      warnings: floor.warnings.map(toWholeSeconds),
      order: floor.order,
      overtakes: floor.overtakes,
      limits: {
        groups: Object.fromEntries(
          Object.entries(limits.groups).flatMap(([id, limit]) => (limit === undefined ? [] : [[id, toWholeSeconds(limit)]])),
        ),
        ...omitNulls({
          room: limits.channels.room === undefined ? null : toWholeSeconds(limits.channels.room),
          remote: limits.channels.remote === undefined ? null : toWholeSeconds(limits.channels.remote),
        }),
      },
      grace: toWholeSeconds(floor.grace),
      reserve: toWholeSeconds(floor.reserve),
      pointOfOrder: toWholeSeconds(limits.pointOfOrder),
      rightOfReply: toWholeSeconds(limits.rightOfReply),
    },
    questions: {
      moderation: questions.moderation,
      attribution: questions.attribution,
      length: questions.length,
      ...omitNulls({ cap: questions.cap }),
      answer: toWholeSeconds(limits.answer),
    },
    notes: { tags: [...plan.notes.tags] },
    statements: { ...plan.statements },
    captions: { ...plan.captions, delay: toWholeSeconds(plan.captions.delay), languages: [...plan.captions.languages] },
    access: { walkIns: plan.walkIns, places: plan.walkInPlaces },
    privacy: { deletePersonalDataAfterDays: plan.deletePersonalDataAfterDays },
    links: omitNulls({ meeting: plan.meetingLink, captions: plan.captionsLink }),
  }
}

export const formatPlan = (plan: Plan): string => stringify(toPlanFile(plan), { lineWidth: 120 })

const toWholeSeconds = (length: Millis): number => Math.round(length / 1000)

type WithoutNulls<T> = { [K in keyof T]?: Exclude<T[K], null> }
/** Leaves out fields that are null. */
const omitNulls = <T extends object>(fields: T): WithoutNulls<T> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as WithoutNulls<T>

/** Formats a time as ISO 8601 in local time with its offset, to the second. */
function formatLocalTime(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.slice(3) || '+00:00'
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const offsetMillis = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1)
  return `${new Date(at + offsetMillis).toISOString().slice(0, 19)}${offset}`
}
