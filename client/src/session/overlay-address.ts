/** The address of the overlay contains every setting, because a video mixer opens the address again and keeps nothing else. */
import type { OpenPageName } from '@rostrum/shared/contract/pages'

const overlayPath = `/${'overlay' satisfies OpenPageName}`

/** True even with a slash at its end, as people write addresses. */
export const isOverlayPath = (path: string): boolean => path.replace(/\/$/, '') === overlayPath

export const overlayParts = ['speaker', 'clock', 'next', 'question', 'sense'] as const
export type OverlayPart = (typeof overlayParts)[number]

/** Where the overlay is in the picture. A side is as wide as half of it. */
export const overlayPlaces = ['bottom', 'top', 'start', 'end'] as const
type OverlayPlace = (typeof overlayPlaces)[number]

/** How large the overlay is in the picture. */
export const overlaySizes = ['normal', 'large'] as const
export type OverlaySize = (typeof overlaySizes)[number]

/** `language`: null leaves it to the browser of the mixer. `captions`: the language of the captions, or null for none. */
export type OverlayOptions = {
  readonly parts: readonly OverlayPart[]
  readonly at: OverlayPlace
  readonly size: OverlaySize
  readonly language: string | null
  readonly captions: string | null
}

export const defaultOverlay: OverlayOptions = { parts: overlayParts, at: 'bottom', size: 'normal', language: null, captions: null }

/** `search`: the part of the address from `?` on. Unknown parts of it are ignored. */
export const readOverlayOptions = (search: string): OverlayOptions => {
  const query = new URLSearchParams(search)
  const parts = query.get('parts')?.split(',')
  return {
    parts: overlayParts.filter((part) => parts?.includes(part) ?? true),
    at: overlayPlaces.find((place) => place === query.get('at')) ?? defaultOverlay.at,
    size: overlaySizes.find((size) => size === query.get('size')) ?? defaultOverlay.size,
    language: query.get('lang'),
    captions: query.get('captions'),
  }
}

/** `link`: the link of the overlay, with its secret after the `#`. Default settings are left out. */
export const makeOverlayAddress = (link: string, { parts, at, size, language, captions }: OverlayOptions): string => {
  const [page = '', secret = ''] = link.split('#')
  const options = [
    ...(parts.length === overlayParts.length ? [] : [`parts=${parts.join(',')}`]),
    ...(at === defaultOverlay.at ? [] : [`at=${at}`]),
    ...(size === defaultOverlay.size ? [] : [`size=${size}`]),
    ...(language === null ? [] : [`lang=${language}`]),
    ...(captions === null ? [] : [`captions=${captions}`]),
  ]
  return `${page}${options.length === 0 ? '' : '?'}${options.join('&')}#${secret}`
}

export const isOverlayLink = (link: string): boolean => isOverlayPath(new URL(link).pathname)
