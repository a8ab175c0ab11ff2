/** What was said, by part of the agenda and by group: the points, and the interventions that can be looked up. */
import type { SessionRecord } from '@rostrum/shared/contract/record'
import { askedIn, type Group, interventionsIn, type Note, type Segment, type Turn, wasHeard } from './record-rows.ts'

/** Null stands for what belongs to no part. */
export type Column = { readonly segment: Segment | null; readonly interventions: number }
export type Cell = { readonly notes: readonly Note[]; readonly turns: readonly Turn[] }
/** Null stands for those without a group. */
export type Row = { readonly group: Group | null; readonly heard: number; readonly asked: number; readonly cells: readonly Cell[] }
export type Matrix = { readonly columns: readonly Column[]; readonly rows: readonly Row[] }

export function matrixOf(record: SessionRecord): Matrix {
  const { groups, agenda, notes } = record
  const turns = interventionsIn(record)
  const asked = askedIn(record)
  const said: readonly { readonly segment: string | null; readonly group: string | null }[] = [...turns, ...notes]
  const partOf = (id: string | null) => (agenda.some((segment) => segment.id === id) ? id : null)
  const groupOf = (id: string | null) => (groups.some((group) => group.id === id) ? id : null)
  const inPart = (id: string | null) => said.some(({ segment }) => partOf(segment) === id)
  const segments = [...agenda.filter(({ id, kind }) => kind === 'topic' || inPart(id)), ...(inPart(null) ? [null] : [])]
  const apart = [...said, ...asked].some(({ group }) => groupOf(group) === null)
  return {
    columns: segments.map((segment) => ({
      segment,
      interventions: turns.filter((turn) => partOf(turn.segment) === (segment?.id ?? null)).length,
    })),
    rows: [...groups, ...(apart ? [null] : [])].map((group) => {
      const its = (one: { readonly group: string | null }) => groupOf(one.group) === (group?.id ?? null)
      return {
        group,
        heard: asked.filter((request) => its(request) && wasHeard(request)).length,
        asked: asked.filter(its).length,
        cells: segments.map((segment) => {
          const here = (one: { readonly segment: string | null }) => partOf(one.segment) === (segment?.id ?? null)
          return { notes: notes.filter((note) => its(note) && here(note)), turns: turns.filter((turn) => its(turn) && here(turn)) }
        }),
      }
    }),
  }
}
