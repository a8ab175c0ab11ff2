/** What was said, by segment and group: the notes, and the interventions. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import {
  listCountedRequests,
  listInterventions,
  type RecordGroup,
  type RecordNote,
  type RecordSegment,
  type RecordTurn,
  wasReached,
} from './record-rows.ts'

/** Null means no segment. */
type MatrixColumn = { readonly segment: RecordSegment | null; readonly interventions: number }
export type MatrixCellData = { readonly notes: readonly RecordNote[]; readonly turns: readonly RecordTurn[] }
/** Null means no group. */
type MatrixRow = {
  readonly group: RecordGroup | null
  readonly heard: number
  readonly asked: number
  readonly cells: readonly MatrixCellData[]
}
export type RecordMatrix = { readonly columns: readonly MatrixColumn[]; readonly rows: readonly MatrixRow[] }

export function buildMatrix(record: SessionRecord): RecordMatrix {
  const { groups, agenda, notes } = record
  const turns = listInterventions(record)
  const asked = listCountedRequests(record)
  const contributions: readonly { readonly segment: string | null; readonly group: string | null }[] = [...turns, ...notes]
  const findSegmentId = (id: string | null) => (agenda.some((segment) => segment.id === id) ? id : null)
  const findGroupId = (id: string | null) => (groups.some((group) => group.id === id) ? id : null)
  const hasContent = (id: string | null) => contributions.some(({ segment }) => findSegmentId(segment) === id)
  const segments = [...agenda.filter(({ id, kind }) => kind === 'topic' || hasContent(id)), ...(hasContent(null) ? [null] : [])]
  const hasUngrouped = [...contributions, ...asked].some(({ group }) => findGroupId(group) === null)
  return {
    columns: segments.map((segment) => ({
      segment,
      interventions: turns.filter((turn) => findSegmentId(turn.segment) === (segment?.id ?? null)).length,
    })),
    rows: [...groups, ...(hasUngrouped ? [null] : [])].map((group) => {
      const isOfGroup = (one: { readonly group: string | null }) => findGroupId(one.group) === (group?.id ?? null)
      return {
        group,
        heard: asked.filter((request) => isOfGroup(request) && wasReached(request)).length,
        asked: asked.filter(isOfGroup).length,
        cells: segments.map((segment) => {
          const isInSegment = (one: { readonly segment: string | null }) => findSegmentId(one.segment) === (segment?.id ?? null)
          return {
            notes: notes.filter((note) => isOfGroup(note) && isInSegment(note)),
            turns: turns.filter((turn) => isOfGroup(turn) && isInSegment(turn)),
          }
        }),
      }
    }),
  }
}
