/**
 * The text that this device has handed in to the interpreters. It is stored next to the draft, because the server keeps it only in memory.
 */
import { type HandedIn, textMarks } from '@rostrum/shared/protocol/booth'

/** `at`: by the server's clock. `turns`: how many of my interventions were over at that time. */
export type Handed = HandedIn & { readonly at: number; readonly turns: number }

export const parseHanded = (stored: unknown): Handed | null => {
  if (typeof stored !== 'object' || stored === null) return null
  const { text, mark: storedMark, pronounced, at, turns } = stored as Partial<Record<keyof Handed, unknown>>
  const mark = textMarks.find((one) => one === storedMark)
  return typeof text === 'string' && mark && isTextOrNull(pronounced) && typeof at === 'number' && typeof turns === 'number'
    ? { text, mark, pronounced, at, turns }
    : null
}

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'
