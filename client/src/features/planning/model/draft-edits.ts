/** What can be done to a draft beside writing into it: things are added, taken away and moved. */
import type { Mark } from '@rostrum/shared/contract/plan'
import type { Draft, GroupDraft, SegmentDraft, SpeakerDraft } from './draft.ts'
import { noEnd } from './end-time.ts'

type Keyed = { readonly key: string }

/** No id of a file begins like that. */
export const newKey = (among: readonly Keyed[]): string => {
  const numbers = among.flatMap(({ key }) => (/^\+\d+$/.test(key) ? [Number(key)] : []))
  return `+${Math.max(0, ...numbers) + 1}`
}

const put = <T extends Keyed>(things: readonly T[], key: string, change: Partial<T>): readonly T[] =>
  things.map((thing) => (thing.key === key ? { ...thing, ...change } : thing))
const without = <T extends Keyed>(things: readonly T[], key: string): readonly T[] => things.filter((thing) => thing.key !== key)

/** One place earlier (-1) or later (1); at the end it stays where it is. */
const moved = <T extends Keyed>(things: readonly T[], key: string, by: -1 | 1): readonly T[] => {
  const from = things.findIndex((thing) => thing.key === key)
  const [one, other] = [things[from], things[from + by]]
  if (one === undefined || other === undefined) return things
  return things.map((thing) => (thing === one ? other : thing === other ? one : thing))
}

export const withSegment = (draft: Draft, key: string): Draft => {
  const segment: SegmentDraft = {
    key,
    id: null,
    kind: 'topic',
    title: '',
    minutes: '10',
    question: '',
    end: noEnd,
    opensList: false,
    speakers: [],
  }
  return { ...draft, segments: [...draft.segments, segment] }
}
export const withoutSegment = (draft: Draft, key: string): Draft => ({ ...draft, segments: without(draft.segments, key) })
export const segmentMoved = (draft: Draft, key: string, by: -1 | 1): Draft => ({ ...draft, segments: moved(draft.segments, key, by) })
export const segmentChanged = (draft: Draft, key: string, change: Partial<SegmentDraft>): Draft => ({
  ...draft,
  segments: put(draft.segments, key, change),
})

const speakersOf = (draft: Draft, segment: string): readonly SpeakerDraft[] =>
  draft.segments.find(({ key }) => key === segment)?.speakers ?? []

export const withSpeaker = (draft: Draft, segment: string, key: string): Draft =>
  segmentChanged(draft, segment, { speakers: [...speakersOf(draft, segment), { key, entity: '', group: '', limit: '' }] })
export const withoutSpeaker = (draft: Draft, segment: string, key: string): Draft =>
  segmentChanged(draft, segment, { speakers: without(speakersOf(draft, segment), key) })
export const speakerMoved = (draft: Draft, segment: string, key: string, by: -1 | 1): Draft =>
  segmentChanged(draft, segment, { speakers: moved(speakersOf(draft, segment), key, by) })
export const speakerChanged = (draft: Draft, segment: string, key: string, change: Partial<SpeakerDraft>): Draft =>
  segmentChanged(draft, segment, { speakers: put(speakersOf(draft, segment), key, change) })

/** In the order in which new groups take them, so that the first five differ. */
export const groupMarks = ['square', 'circle', 'diamond', 'triangle', 'hexagon'] as const satisfies readonly Mark[]

export const withGroup = (draft: Draft, key: string): Draft => {
  const used = new Set(draft.groups.map(({ mark }) => mark))
  const mark = groupMarks.find((one) => !used.has(one)) ?? groupMarks[draft.groups.length % groupMarks.length] ?? 'square'
  const group: GroupDraft = { key, id: null, label: '', short: '', mark, limit: '' }
  return { ...draft, groups: [...draft.groups, group] }
}
export const groupChanged = (draft: Draft, key: string, change: Partial<GroupDraft>): Draft => ({
  ...draft,
  groups: put(draft.groups, key, change),
})

/** Listed speakers of it stay, with no group. */
export const withoutGroup = (draft: Draft, key: string): Draft => ({
  ...draft,
  groups: without(draft.groups, key),
  segments: draft.segments.map((segment) => ({
    ...segment,
    speakers: segment.speakers.map((speaker) => (speaker.group === key ? { ...speaker, group: '' } : speaker)),
  })),
})
