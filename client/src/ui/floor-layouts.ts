/**
 * The layouts of the floor: what each shows, in which order, and from how many characters on its text is smaller. The sheets say how large.
 * Each is a value of its own, so that a phone downloads only those that it draws.
 */
import own from './floor-own.module.css'
import phone from './floor-phone.module.css'
import row from './floor-row.module.css'
import screen from './floor-screen.module.css'
import staff from './floor-staff.module.css'
import wide from './floor-wide.module.css'

export type FloorPart =
  | 'heading'
  | 'phase'
  | 'who'
  | 'sub'
  | 'more'
  | 'cue'
  | 'time'
  | 'clock'
  | 'notice'
  | 'of'
  | 'corner'
  | 'text'
  | 'bar'
  | 'thumb'
  | 'children'

/** A part, or several in a box. */
export type FloorPlace = FloorPart | readonly [box: 'top' | 'body' | 'words' | 'foot', places: readonly FloorPlace[]]

/**
 * A text with more characters than each of these is set one size smaller. `isWide`: ideographs and syllables count as two. `word`: the same
 * for the longest word of a name, so that it is not broken.
 */
type Bounds = {
  readonly name?: readonly number[]
  readonly question?: readonly number[]
  readonly word?: readonly number[]
  readonly isWide?: boolean
}

export type FloorLayout = {
  /** Its class in the sheet. */
  readonly name: string
  readonly heading?: 'h1' | 'h2' | 'span'
  readonly places: readonly FloorPlace[]
  readonly bounds?: Bounds
  /** The digits are smaller from this many characters on. */
  readonly longClock?: number
  /** The classes that differ from the sheet that all layouts share. */
  readonly sheet: Readonly<Record<string, string>>
  /** Every part keeps its place, even an empty one. */
  readonly isFixed?: boolean
  /** It lies in a block that shows the colour of the phase already. */
  readonly isInside?: boolean
}

/** Two lines of large type, three of middle, four of small: about as many characters as fit each. */
const nameBounds = [40, 96]
const large: Bounds = { name: [48, 80, 400], question: [60, 150, 280], isWide: true }

/** In the Chair's column. The clock keeps its place and size in every state, however long a name is. */
export const chairFloor: FloorLayout = {
  name: 'chair',
  heading: 'h2',
  places: [
    ['top', ['phase', 'heading', 'corner']],
    ['body', [['words', ['who', 'sub']], 'time']],
    ['foot', ['bar', 'of']],
  ],
  bounds: { name: [18, 40, 96], word: [11, 13, 15], isWide: true },
  longClock: 5,
  sheet: staff,
  isFixed: true,
}

/** How many sizes the sheet has below the first for the panel. */
export const smallerPanels = 4

/** On the screens of the panel. The clock fills the space that the text leaves, so the container must have a height. */
export const panelFloor: FloorLayout = {
  name: 'panel',
  heading: 'h2',
  places: [['top', ['heading', 'phase']], 'who', 'sub', 'time', 'of', 'bar'],
  bounds: { name: nameBounds },
  sheet: wide,
}

/** At the top of a phone page. A long name or question is above the clock, because next to it it would be taller. */
export const phoneFloor: FloorLayout = {
  name: 'phone',
  heading: 'h2',
  places: [['top', ['heading', 'phase']], ['body', ['who', 'sub', 'clock']], 'bar'],
  bounds: { name: [48], question: [48] },
  sheet: phone,
}

/** On the speaker's own phone: the clock is the page, and the actions are at the thumb. It fills the column that contains it. */
export const ownFloor: FloorLayout = {
  name: 'own',
  heading: 'h1',
  places: [['top', ['heading', 'of', 'corner']], 'who', 'cue', 'phase', 'time', 'text', 'bar', 'thumb'],
  sheet: own,
}

/** Across the top of a laptop page: the text at the start, the clock at the end. */
export const remoteFloor: FloorLayout = {
  name: 'remote',
  heading: 'h2',
  places: [['body', [['top', ['heading', 'phase']], 'who', 'sub']], 'clock', 'bar'],
  bounds: { name: [50, 110], question: [50, 110] },
  sheet: wide,
}

export const boothFloor: FloorLayout = {
  name: 'booth',
  heading: 'h2',
  places: [['body', [['top', ['heading', 'phase']], 'who', 'sub']], 'clock', 'bar'],
  bounds: { name: [50, 110], question: [50, 110] },
  sheet: wide,
}

/** Above the workplaces of the secretariat. */
export const rowFloor: FloorLayout = {
  name: 'row',
  places: ['phase', ['body', ['who', 'sub']], 'clock', 'children'],
  bounds: { name: [50] },
  sheet: row,
}

export const lecternFloor: FloorLayout = {
  name: 'lectern',
  places: ['phase', 'who', 'clock'],
  bounds: { name: nameBounds, question: nameBounds },
  sheet: row,
}

export const captionerFloor: FloorLayout = { name: 'captioner', places: ['phase', 'who', 'sub', 'time'], sheet: row }

/** At the top of the room screen, while something else fills it. */
export const stripFloor: FloorLayout = { name: 'strip', places: ['phase', ['body', ['who', 'sub']], 'clock'], sheet: row, isInside: true }

/** On the room screen. */
export const displayFloor: FloorLayout = {
  name: 'display',
  heading: 'h1',
  places: ['heading', ['top', ['phase', 'sub']], 'who', 'more', 'time', 'children', 'bar'],
  bounds: large,
  sheet: screen,
  isInside: true,
}

type TextSize = 'long' | 'longer' | 'longest'

const sizes: readonly TextSize[] = ['long', 'longer', 'longest']

/** Ideographs and syllables are as wide as two letters. */
const wideCharacters = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu

/** A text with more characters than each bound is set one size smaller, or with a longer word. `isWide`: ideographs count as two. */
export const findTextSize = (
  text: string,
  bounds: readonly number[] = [],
  isWide = false,
  words: readonly number[] = [],
): TextSize | undefined => {
  const length = text.length + ((isWide && text.match(wideCharacters)?.length) || 0)
  // A line can break at each ideograph.
  const longestWord = Math.max(
    ...text
      .replace(wideCharacters, ' ')
      .split(/[\s/-]+/)
      .map((word) => word.length),
  )
  const countPassed = (of: readonly number[], reached: number) => of.filter((bound) => reached > bound).length
  return sizes[Math.max(countPassed(bounds, length), countPassed(words, longestWord)) - 1]
}
