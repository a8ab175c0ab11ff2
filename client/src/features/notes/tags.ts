/** The tags that have a translation and an icon. All other tags are shown as the session wrote them. */
import type { Translate } from '../../text/messages.ts'
import type { ChipTone } from '../../ui/chip.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

type TagStyle = { readonly tone: ChipTone; readonly icon: IconName }

const knownTags = {
  success: { tone: 'good', icon: 'plus' },
  failure: { tone: 'urgent', icon: 'minus' },
  expectation: { tone: 'paused', icon: 'next' },
} as const satisfies Readonly<Record<string, TagStyle>>

const isKnownTag = (tag: string): tag is keyof typeof knownTags => Object.hasOwn(knownTags, tag)

export const getTagStyle = (tag: string): TagStyle | null => (isKnownTag(tag) ? knownTags[tag] : null)

/** Null if the tag is shown as the session wrote it. */
export const getTagText = (t: Translate, tag: string): string | null => (isKnownTag(tag) ? t(`notes.tag.${tag}`) : null)
