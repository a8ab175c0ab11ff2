/** The tags that have words and a sign of their own; all others are shown as the session wrote them. */
import type { Speak } from '../../text/messages.ts'
import type { Tone } from '../../ui/chip.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

type Face = { readonly tone: Tone; readonly icon: IconName }

const known = {
  success: { tone: 'good', icon: 'plus' },
  failure: { tone: 'urgent', icon: 'minus' },
  expectation: { tone: 'paused', icon: 'next' },
} as const satisfies Readonly<Record<string, Face>>

const isKnown = (tag: string): tag is keyof typeof known => Object.hasOwn(known, tag)

export const faceOf = (tag: string): Face | null => (isKnown(tag) ? known[tag] : null)

/** Null where the session's own word is shown. */
export const wordOf = (t: Speak, tag: string): string | null => (isKnown(tag) ? t(`notes.tag.${tag}`) : null)
