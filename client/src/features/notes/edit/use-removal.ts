/** Points that are taken out: for a few seconds they can be taken back, and only then does the session hear of it. */
import type { NoteId } from '@rostrum/shared/contract/ids'
import { useEffect, useRef, useState } from 'react'
import { useSend } from '../../../session/hooks.tsx'
import type { Point } from '../note-list.ts'

const grace = 6000

/** `going`: the session has been told and has not answered. */
type Standing = 'leaving' | 'going'

export type Leaving = {
  readonly standing: (id: NoteId) => Standing | null
  readonly remove: (point: Pick<Point, 'id' | 'version'>) => void
  readonly takeBack: (id: NoteId) => void
}

type Waiting = { readonly version: number; readonly timer: ReturnType<typeof setTimeout> }

export const useLeaving = (): Leaving => {
  const send = useSend()
  const waiting = useRef(new Map<NoteId, Waiting>())
  const [shown, show] = useState<ReadonlyMap<NoteId, Standing>>(new Map())
  const draw = (id: NoteId, standing: Standing | null) =>
    show((before) => new Map([...before].filter(([one]) => one !== id).concat(standing === null ? [] : [[id, standing]])))
  const tell = (id: NoteId) => {
    const version = waiting.current.get(id)?.version ?? 0
    waiting.current.delete(id)
    return send({ type: 'notes.remove', data: { note: id, expectedVersion: version } })
  }
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    const all = waiting.current
    // Whoever leaves the workplace has made up their mind.
    return () => {
      for (const [id, { timer }] of [...all]) {
        clearTimeout(timer)
        void latest.current(id)
      }
    }
  }, [])
  const remove = ({ id, version }: Pick<Point, 'id' | 'version'>) => {
    const timer = setTimeout(() => {
      draw(id, 'going')
      // Refused, the point is back.
      void latest.current(id).then(() => draw(id, null))
    }, grace)
    waiting.current.set(id, { version, timer })
    draw(id, 'leaving')
  }
  const takeBack = (id: NoteId) => {
    clearTimeout(waiting.current.get(id)?.timer)
    waiting.current.delete(id)
    draw(id, null)
  }
  return { standing: (id) => shown.get(id) ?? null, remove, takeBack }
}
