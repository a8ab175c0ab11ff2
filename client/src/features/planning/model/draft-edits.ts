/** Edits of a draft other than typing: adding, removing and moving items. */
import { groupMarks } from '@rostrum/shared/contract/group-marks'
import type { planFields } from '../plan-fields.ts'
import type { GroupDraft, PaperDraft, PlanDraft, SegmentDraft, SpeakerDraft } from './draft.ts'
import { dropTranslations } from './draft-translations.ts'
import { emptyEndTime } from './end-time.ts'
import type { TypedOf } from './field-kinds.ts'

type KeyedItem = { readonly key: string }

export const typeInPlan = (draft: PlanDraft, typed: Partial<TypedOf<typeof planFields>>): PlanDraft => ({ ...draft, ...typed })

/** No id from a plan file starts with "+". */
export const makeKey = (among: readonly KeyedItem[]): string => {
  const numbers = among.flatMap(({ key }) => (/^\+\d+$/.test(key) ? [Number(key)] : []))
  return `+${Math.max(0, ...numbers) + 1}`
}

const updateItem = <T extends KeyedItem>(things: readonly T[], key: string, change: Partial<T>): readonly T[] =>
  things.map((thing) => (thing.key === key ? { ...thing, ...change } : thing))
const removeItem = <T extends KeyedItem>(things: readonly T[], key: string): readonly T[] => things.filter((thing) => thing.key !== key)

/** Moves one position earlier (-1) or later (1). At the ends the item stays where it is. */
const moveItem = <T extends KeyedItem>(things: readonly T[], key: string, by: -1 | 1): readonly T[] => {
  const from = things.findIndex((thing) => thing.key === key)
  const [one, other] = [things[from], things[from + by]]
  if (one === undefined || other === undefined) return things
  return things.map((thing) => (thing === one ? other : thing === other ? one : thing))
}

export const addSegment = (draft: PlanDraft, key: string): PlanDraft => {
  const segment: SegmentDraft = {
    key,
    id: null,
    kind: 'topic',
    title: '',
    minutes: '10',
    question: '',
    end: emptyEndTime,
    opensList: '',
    speakers: [],
  }
  return { ...draft, segments: [...draft.segments, segment] }
}
/** Removes a segment. Its papers stay, and belong to the whole session. */
export const removeSegment = (draft: PlanDraft, key: string): PlanDraft =>
  dropTranslations(
    {
      ...draft,
      segments: removeItem(draft.segments, key),
      papers: draft.papers.map((paper) => (paper.segment === key ? { ...paper, segment: '' } : paper)),
    },
    `segments.${key}`,
  )
export const moveSegment = (draft: PlanDraft, key: string, by: -1 | 1): PlanDraft => ({
  ...draft,
  segments: moveItem(draft.segments, key, by),
})
export const updateSegment = (draft: PlanDraft, key: string, change: Partial<SegmentDraft>): PlanDraft => ({
  ...draft,
  segments: updateItem(draft.segments, key, change),
})

const getSpeakers = (draft: PlanDraft, segment: string): readonly SpeakerDraft[] =>
  draft.segments.find(({ key }) => key === segment)?.speakers ?? []

export const addSpeaker = (draft: PlanDraft, segment: string, key: string): PlanDraft =>
  updateSegment(draft, segment, { speakers: [...getSpeakers(draft, segment), { key, entity: '', group: '', limit: '' }] })
export const removeSpeaker = (draft: PlanDraft, segment: string, key: string): PlanDraft =>
  updateSegment(draft, segment, { speakers: removeItem(getSpeakers(draft, segment), key) })
export const moveSpeaker = (draft: PlanDraft, segment: string, key: string, by: -1 | 1): PlanDraft =>
  updateSegment(draft, segment, { speakers: moveItem(getSpeakers(draft, segment), key, by) })
export const updateSpeaker = (draft: PlanDraft, segment: string, key: string, change: Partial<SpeakerDraft>): PlanDraft =>
  updateSegment(draft, segment, { speakers: updateItem(getSpeakers(draft, segment), key, change) })

export const addPaper = (draft: PlanDraft, key: string): PlanDraft => ({
  ...draft,
  papers: [...draft.papers, { key, title: '', address: '', segment: '' }],
})
export const removePaper = (draft: PlanDraft, key: string): PlanDraft =>
  dropTranslations({ ...draft, papers: removeItem(draft.papers, key) }, `papers.${key}`)
export const movePaper = (draft: PlanDraft, key: string, by: -1 | 1): PlanDraft => ({ ...draft, papers: moveItem(draft.papers, key, by) })
export const updatePaper = (draft: PlanDraft, key: string, change: Partial<PaperDraft>): PlanDraft => ({
  ...draft,
  papers: updateItem(draft.papers, key, change),
})

export const addGroup = (draft: PlanDraft, key: string): PlanDraft => {
  const used = new Set<string>(draft.groups.map(({ mark }) => mark))
  const mark = groupMarks.find((one) => !used.has(one)) ?? groupMarks[draft.groups.length % groupMarks.length] ?? 'square'
  const group: GroupDraft = { key, id: null, label: '', short: '', mark, limit: '' }
  return { ...draft, groups: [...draft.groups, group] }
}
export const updateGroup = (draft: PlanDraft, key: string, change: Partial<GroupDraft>): PlanDraft => ({
  ...draft,
  groups: updateItem(draft.groups, key, change),
})

/** Types in a group. If it is renamed, its short name is removed if it still equals `shortBefore`, and is then made from the new name. */
export const typeInGroup = (draft: PlanDraft, key: string, typed: Partial<GroupDraft>, shortBefore: string): PlanDraft => {
  const isStale = typed.label !== undefined && draft.groups.some((one) => one.key === key && one.short === shortBefore)
  return updateGroup(draft, key, isStale ? { ...typed, short: '' } : typed)
}

/** Removes a group. Its programme speakers stay, without a group. */
export const removeGroup = (draft: PlanDraft, key: string): PlanDraft =>
  dropTranslations(
    {
      ...draft,
      groups: removeItem(draft.groups, key),
      segments: draft.segments.map((segment) => ({
        ...segment,
        speakers: segment.speakers.map((speaker) => (speaker.group === key ? { ...speaker, group: '' } : speaker)),
      })),
    },
    `groups.${key}`,
  )
