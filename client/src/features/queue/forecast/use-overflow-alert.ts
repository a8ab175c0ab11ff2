/** When the list first becomes longer than the time that is left, it is said: once for each part of the agenda. */
import type { SegmentId } from '@rostrum/shared/contract/ids'
import { useEffect, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { shelf } from '../../../session/session-ticket.ts'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'

/** Of each part on which it was said: whether whoever drives has put it aside. */
export type Told = Readonly<Record<string, 'told' | 'dismissed'>>

/** True the first time that not all who wait on a part of the agenda will be heard. */
export const outgrows = (told: Told, part: string | null, heard: number, waiting: number): boolean =>
  part !== null && heard < waiting && told[part] === undefined

/** True while it should stand on the screen: said, still so, and not put aside. */
export const stands = (told: Told, part: string | null, heard: number, waiting: number): boolean =>
  part !== null && heard < waiting && told[part] === 'told'

const place = 'rostrum.outgrown'

/** `segment`: null where no part of the agenda runs. A reload neither says it again nor brings back what was put aside. */
export const useToldOnce = (segment: SegmentId | null, heard: number, waiting: number): { shown: boolean; dismiss: () => void } => {
  const { t } = useText()
  // Another session may have parts of the same name.
  const openedAt = useView(({ session }) => session.openedAt)
  const part = segment === null ? null : `${openedAt}/${segment}`
  const [told, tell] = useState<Told>(read)
  const first = outgrows(told, part, heard, waiting)
  useEffect(() => {
    shelf('sessionStorage')?.setItem(place, JSON.stringify(told))
  }, [told])
  useEffect(() => {
    if (!first || part === null) return
    announcements.say(t('say.outgrown'), 'outgrown')
    tell({ ...told, [part]: 'told' })
  }, [first, part, told, t])
  return {
    shown: stands(told, part, heard, waiting),
    dismiss: () => {
      if (part !== null) tell({ ...told, [part]: 'dismissed' })
    },
  }
}

const read = (): Told => {
  const kept = shelf('sessionStorage')?.getItem(place)
  if (!kept) return {}
  try {
    const told: unknown = JSON.parse(kept)
    return typeof told === 'object' && told !== null ? (told as Told) : {}
  } catch (error) {
    if (error instanceof SyntaxError) return {}
    throw error
  }
}
