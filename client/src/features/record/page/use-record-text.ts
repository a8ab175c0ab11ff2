/** Texts for the rows of one record, in the language of the page. */

import type { GroupId } from '@rostrum/shared/contract/ids'
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { getGroupName } from '../../../text/group-name.ts'
import { isolateNumber } from '../../../text/isolation.ts'
import { formatQuestionLabel } from '../../../text/labels.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration, formatExactTime, formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import type { RecordGroup, RecordQuestion, RecordSegment } from '../figures/record-rows.ts'
import { getRecordTopicNumber, parseInstant } from '../figures/record-rows.ts'

export type RecordText = {
  readonly formatTime: (iso: string) => string
  readonly formatExactTime: (iso: string) => string
  readonly findGroup: (id: string | null) => RecordGroup | null
  readonly formatGroupName: (findGroup: RecordGroup | null) => string
  /** "2 Failures"; a fixed text if there is no segment. */
  readonly formatSegmentId: (id: string | null) => string
  readonly formatSegment: (formatSegment: RecordSegment | null) => string
  readonly formatQuestion: (formatQuestion: RecordQuestion) => string
}

export const useRecordText = ({ session, groups, agenda }: SessionRecord): RecordText => {
  const { t } = useText()
  const formatSegment = (one: RecordSegment | null) => (one === null ? t('record.noPart') : formatSegmentName(t, agenda, one))
  return {
    formatTime: (iso) => formatTime(parseInstant(iso), session.timeZone),
    formatExactTime: (iso) => formatExactTime(parseInstant(iso), session.timeZone),
    findGroup: (id) => groups.find((group) => group.id === id) ?? null,
    formatGroupName: (group) => formatGroup(t, group),
    formatSegmentId: (id) => formatSegment(agenda.find((one) => one.id === id) ?? null),
    formatSegment,
    formatQuestion: ({ number }) => (number > 0 ? formatQuestionLabel(t, number) : t('record.unpublished')),
  }
}

export const formatGroup = (t: Translate, group: RecordGroup | null): string =>
  getGroupName(t, group === null ? null : { id: group.id as GroupId, short: group.short })

const formatSegmentName = (t: Translate, agenda: readonly RecordSegment[], { id, title }: RecordSegment): string => {
  const n = getRecordTopicNumber(agenda, id)
  return n > 0 ? t('agenda.numbered', { n, title }) : title
}

/** 2:50, or 1:02:50. */
export const formatSeconds = (seconds: number): string => {
  if (seconds < 3600) return formatDuration(seconds * 1000)
  const rest = seconds % 3600
  return isolateNumber(`${Math.floor(seconds / 3600)}:${pad(Math.floor(rest / 60))}:${pad(rest % 60)}`)
}

const pad = (n: number): string => String(n).padStart(2, '0')

/** "14 min"; in seconds if it is less than a minute. */
export const formatMinutes = (t: Translate, seconds: number): string =>
  seconds < 60 ? t('time.seconds', { n: seconds }) : t('time.minutes', { n: Math.round(seconds / 60) })
