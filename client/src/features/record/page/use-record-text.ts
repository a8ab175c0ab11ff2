/** What the rows of one record are called in the language of the page. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { groupName } from '../../../text/group-name.ts'
import { isolateNumber } from '../../../text/isolation.ts'
import { questionLabel } from '../../../text/labels.ts'
import type { Speak } from '../../../text/messages.ts'
import { exactTime, lengthText, timeOfDay } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import type { Group, Question, Segment } from '../figures/record-rows.ts'
import { instant, topicNumber } from '../figures/record-rows.ts'

export type Words = {
  readonly time: (iso: string) => string
  readonly exact: (iso: string) => string
  readonly group: (id: string | null) => Group | null
  readonly groupName: (group: Group | null) => string
  /** "2 Failures"; words for what belongs to no part. */
  readonly part: (id: string | null) => string
  readonly segment: (segment: Segment | null) => string
  readonly question: (question: Question) => string
}

export const useWords = ({ session, groups, agenda }: SessionRecord): Words => {
  const { t } = useText()
  const segment = (one: Segment | null) => (one === null ? t('record.noPart') : segmentName(t, agenda, one))
  return {
    time: (iso) => timeOfDay(instant(iso), session.timeZone),
    exact: (iso) => exactTime(instant(iso), session.timeZone),
    group: (id) => groups.find((group) => group.id === id) ?? null,
    groupName: (group) => groupWords(t, group),
    part: (id) => segment(agenda.find((one) => one.id === id) ?? null),
    segment,
    question: ({ number }) => (number > 0 ? questionLabel(t, number) : t('record.unpublished')),
  }
}

export const groupWords = (t: Speak, group: Group | null): string =>
  groupName(t, group === null ? null : { id: group.id as GroupId, short: group.short })

const segmentName = (t: Speak, agenda: readonly Segment[], { id, title }: Segment): string => {
  const n = topicNumber(agenda, id)
  return n > 0 ? t('agenda.numbered', { n, title }) : title
}

/** "Off topic 1, already asked 1" */
export const countsText = (language: string, counts: readonly string[]): string =>
  new Intl.ListFormat(language, { type: 'unit', style: 'short' }).format(counts)

/** 2:50, or 1:02:50. */
export const clockText = (seconds: number): string => {
  if (seconds < 3600) return lengthText(seconds * 1000)
  const rest = seconds % 3600
  return isolateNumber(`${Math.floor(seconds / 3600)}:${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`)
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** "14 min", and seconds below one. */
export const lengthWords = (t: Speak, seconds: number): string =>
  seconds < 60 ? t('time.seconds', { n: seconds }) : t('time.minutes', { n: Math.round(seconds / 60) })
