/** Writes a plan as a plan file, for the editor of the organizer's page and for download. */
import { makeByChannel } from '@rostrum/shared/contract/channels'
import type { Plan, WrittenPlanFile } from '@rostrum/shared/contract/plan'
import type { Instant, Millis } from '@rostrum/shared/kernel/time'
import { getOriginal, getTexts, type LanguageId, type Wording } from '@rostrum/shared/kernel/wording'
import { stringify } from 'yaml'

/** Writes a plan. Reading the result gives the same plan, with segments that follow each other without gaps. */
export function toPlanFile(plan: Plan): WrittenPlanFile {
  const { floor, questions, timeZone } = plan
  const { limits } = floor
  const formatTime = (instant: Instant): string => formatLocalTime(instant, timeZone)
  const language = getOriginal(plan.title)
  const write = (wording: Wording): Wording => writeWording(wording, language)
  return {
    language: language ?? undefined,
    title: write(plan.title),
    short: write(plan.short),
    series: plan.series ?? undefined,
    host: plan.host ?? undefined,
    venue: plan.venue ?? undefined,
    about: plan.about ?? undefined,
    cancelled: plan.cancelled ?? false,
    place: plan.place,
    timeZone,
    startsAt: formatTime(plan.startsAt),
    endsAt: formatTime(plan.endsAt),
    groups: plan.groups.map(({ id, label, short, mark }) => ({ id, label: write(label), short: write(short), mark })),
    segments: plan.segments.map(({ id, kind, title, length, question, endsBy, opensList, speakers }) => ({
      id,
      kind,
      title: write(title),
      minutes: length / 60_000,
      question: question === null ? undefined : write(question),
      endsBy: endsBy === null ? undefined : formatTime(endsBy),
      opensList,
      speakers: speakers.map(({ entity, group, limit }) => ({
        entity,
        group: group ?? undefined,
        limit: limit === null ? undefined : toWholeSeconds(limit),
      })),
    })),
    papers: (plan.papers ?? []).map(({ title, address, segment }) => ({ title: write(title), address, segment: segment ?? undefined })),
    floor: {
      limit: toWholeSeconds(limits.everyone),
      warnings: floor.warnings.map(toWholeSeconds),
      order: floor.order,
      overtakes: floor.overtakes,
      limits: {
        groups: Object.fromEntries(
          Object.entries(limits.groups).flatMap(([id, limit]) => (limit === undefined ? [] : [[id, toWholeSeconds(limit)]])),
        ),
        ...makeByChannel((channel) => limits.channels[channel] && toWholeSeconds(limits.channels[channel])),
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
      cap: questions.cap ?? undefined,
      answer: toWholeSeconds(limits.answer),
    },
    notes: { tags: [...plan.notes.tags] },
    statements: { ...plan.statements },
    captions: { ...plan.captions, delay: toWholeSeconds(plan.captions.delay), languages: [...plan.captions.languages] },
    access: { walkIns: plan.walkIns, places: plan.walkInPlaces },
    privacy: { deletePersonalDataAfterDays: plan.deletePersonalDataAfterDays },
    links: { meeting: plan.meetingLink ?? undefined, captions: plan.captionsLink ?? undefined },
  }
}

/** Writes a text that is only in the language of the plan as one text. */
const writeWording = (wording: Wording, language: LanguageId | null): Wording => {
  if (typeof wording === 'string') return wording
  const texts = getTexts(wording)
  const own = language === null ? undefined : texts[language]
  return own !== undefined && Object.values(texts).filter((text) => text !== undefined).length === 1 ? own : texts
}

export const formatPlan = (plan: Plan): string => stringify(toPlanFile(plan), { lineWidth: 120 })

const toWholeSeconds = (length: Millis): number => Math.round(length / 1000)

/** Formats a time as ISO 8601 in local time with its offset, to the second. */
function formatLocalTime(at: Instant, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.slice(3) || '+00:00'
  const [hours = 0, minutes = 0] = offset.slice(1).split(':').map(Number)
  const offsetMillis = (hours * 60 + minutes) * 60_000 * (offset.startsWith('-') ? -1 : 1)
  return `${new Date(at + offsetMillis).toISOString().slice(0, 19)}${offset}`
}
