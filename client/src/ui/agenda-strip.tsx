/** The session on a time axis. The plan on top never moves. The rail below shows the past and the likely future. */
import type { ReactNode } from 'react'
import styles from './agenda-strip.module.css'
import { classNames } from './class-names.ts'
import { FirstFit } from './first-fit.tsx'
import { useInlineSize } from './use-inline-size.ts'

export type StripSegment = {
  id: string
  title: string
  /** The times, and shorter forms of them: the first is shown that the strip has room for. */
  notes: readonly string[]
  /** The title with the whole times. */
  tooltip?: string | undefined
  from: number
  to: number
  current?: boolean | undefined
}

/** `done` and `spent` are past, `current` and `likely` are ahead, `over` is after the hard stop. */
export type RailPiece = { id: string; kind: 'done' | 'spent' | 'current' | 'likely' | 'over'; from: number; to: number }

type AgendaStripProps = {
  /** The scale, in any unit that all numbers share. */
  from: number
  to: number
  plan: readonly StripSegment[]
  rail: readonly RailPiece[]
  /** The rail as one sentence. */
  sentence: string
  label: string
  now?: number | undefined
  hardStop?: { at: number; time: ReactNode; text: ReactNode } | undefined
  /** The latest ends of agenda items, marked on the rail. */
  deadlines?: readonly { id: string; at: number }[] | undefined
  /** Given if items can be pressed. `pressLabel` tells screen readers what a press does. */
  onPress?: ((id: string) => void) | undefined
  pressLabel?: ((title: string) => string) | undefined
  /** The same for the current item, which does something else. */
  onPressCurrent?: (() => void) | undefined
  currentLabel?: ((title: string) => string) | undefined
}

export const AgendaStrip = ({
  from,
  to,
  plan,
  rail,
  sentence,
  label,
  now,
  hardStop,
  deadlines = [],
  onPress,
  pressLabel,
  onPressCurrent,
  currentLabel,
}: AgendaStripProps) => {
  const [strip, width] = useInlineSize<HTMLDivElement>(narrowStrip)
  const pieces = makeScale(plan, from, to, width)
  const toShare = (at: number) => pieces.reduce((sum, piece) => sum + piece.share * getPassedPart(piece, at), 0)
  const toPercent = (at: number) => `${toShare(at) * 100}%`
  const columns = pieces.flatMap(({ isSegment }, index) => (isSegment ? [index + 1] : []))
  return (
    <div ref={strip} className={styles.strip}>
      <ol
        className={styles.plan}
        aria-label={label}
        style={{ gridTemplateColumns: pieces.map(({ share }) => `minmax(0, ${share}fr)`).join(' ') }}
      >
        {plan.map((segment, index) => (
          <li
            key={segment.id}
            className={styles.part}
            style={{ gridColumn: columns[index] }}
            title={segment.tooltip ?? segment.title}
            aria-current={segment.current ? 'step' : undefined}
          >
            <strong>{segment.title}</strong>
            <FirstFit className={styles.note} texts={segment.notes} />
            {(segment.current ? onPressCurrent : onPress) === undefined ? null : (
              <button
                type="button"
                className={styles.press}
                aria-label={(segment.current ? currentLabel : pressLabel)?.(segment.title) ?? segment.title}
                onClick={() => (segment.current ? onPressCurrent?.() : onPress?.(segment.id))}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={styles.rail} role="img" aria-label={sentence}>
        {rail.map((piece) => (
          <span
            key={piece.id}
            className={classNames(styles.piece, piece.kind !== 'done' && styles[piece.kind])}
            style={{
              insetInlineStart: toPercent(piece.from),
              inlineSize: `max(0px, calc(${(toShare(piece.to) - toShare(piece.from)) * 100}% - 2px))`,
            }}
          />
        ))}
        {deadlines.map(({ id, at }) => (
          <span key={id} className={styles.must} style={{ insetInlineStart: toPercent(at) }} />
        ))}
      </div>
      {now === undefined ? null : <span className={styles.now} style={{ insetInlineStart: toPercent(now) }} aria-hidden="true" />}
      {hardStop === undefined ? null : (
        <>
          <span className={styles.stop} style={{ insetInlineStart: toPercent(hardStop.at) }} aria-hidden="true" />
          <p className={styles.end} style={{ insetInlineStart: toPercent(hardStop.at) }}>
            <strong className="num">{hardStop.time}</strong>
            <span className="sr">{hardStop.text}</span>
          </p>
        </>
      )}
    </div>
  )
}

type ScalePiece = { readonly from: number; readonly to: number; readonly share: number; readonly isSegment: boolean }

/** The width of a strip on a small laptop, in pixels. */
const narrowStrip = 450

/** The most letters of a word that is not broken. */
const longestWord = 14

/** How much of the strip the time after the plan may take, so that a delay breaks no title. */
const longestDelay = 0.1

/** The width of a letter of a title, and of the space around a word, in pixels. */
const letter = 9.75
const aroundWord = 8

/** Returns the width that the longest word of the title needs, in pixels. */
const getWordWidth = (title: string): number =>
  aroundWord + letter * Math.min(longestWord, Math.max(4, ...title.split(/\s+/).map((word) => word.length)))

/**
 * Returns the pieces of the strip: the segments, and the time before, between and after them. A segment gets its share of the length, or
 * more if the longest word of its title needs it. The time after the plan gets at most `longestDelay`. The shares add up to 1. `width`: that of
 * the strip, in pixels.
 */
export const makeScale = (
  plan: readonly Pick<StripSegment, 'from' | 'to' | 'title'>[],
  from: number,
  to: number,
  width: number,
): readonly ScalePiece[] => {
  const pieces: { from: number; to: number; title: string | null }[] = []
  let at = from
  for (const { from: start, to: end, title } of plan) {
    if (start > at) pieces.push({ from: at, to: start, title: null })
    pieces.push({ from: Math.max(at, start), to: end, title })
    at = end
  }
  const delay = at < to ? Math.min((to - at) / Math.max(1, to - from), longestDelay) : 0
  const shares = shareOut(
    pieces.map((piece) => ({
      wanted: Math.max(0, piece.to - piece.from),
      least: piece.title === null ? 0 : getWordWidth(piece.title) / width,
    })),
    1 - delay,
  )
  const scale = pieces.map((piece, index) => ({
    from: piece.from,
    to: piece.to,
    share: shares[index] ?? 0,
    isSegment: piece.title !== null,
  }))
  return at < to ? [...scale, { from: at, to, share: delay, isSegment: false }] : scale
}

/** Shares `room` out as wanted. No part gets less than its least, unless there is not enough for all. */
const shareOut = (parts: readonly { readonly wanted: number; readonly least: number }[], room: number): readonly number[] => {
  const needed = parts.reduce((sum, { least }) => sum + least, 0)
  if (needed >= room) return parts.map(({ least }) => (least / needed) * room)
  const free = parts.reduce((sum, { wanted }) => sum + wanted, 0)
  const getShare = (wanted: number) => (free === 0 ? 0 : (wanted / free) * room)
  const isShort = parts.map(({ wanted, least }) => getShare(wanted) < least)
  if (!isShort.includes(true)) return parts.map(({ wanted }) => getShare(wanted))
  // Each part that is short gets the least. The others share the rest.
  const taken = parts.reduce((sum, { least }, index) => sum + (isShort[index] ? least : 0), 0)
  const rest = shareOut(
    parts.filter((_, index) => !isShort[index]),
    room - taken,
  )
  const left = rest.values()
  return parts.map(({ least }, index) => (isShort[index] ? least : (left.next().value ?? 0)))
}

const getPassedPart = ({ from, to }: ScalePiece, at: number): number =>
  to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : at >= to ? 1 : 0
