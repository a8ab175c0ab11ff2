/** The session on a time axis. The plan on top never moves. The rail below shows the past and the likely future. */
import type { ReactNode } from 'react'
import styles from './agenda-strip.module.css'
import { classNames } from './class-names.ts'

export type StripSegment = {
  id: string
  title: string
  note: ReactNode
  /** The title, with the note if that is text. */
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
  const pieces = makeScale(plan, from, to)
  const toShare = (at: number) => pieces.reduce((sum, piece) => sum + piece.share * getPassedPart(piece, at), 0)
  const toPercent = (at: number) => `${toShare(at) * 100}%`
  const columns = pieces.filter(({ isSegment }) => isSegment)
  const rest = 1 - columns.reduce((sum, { share }) => sum + share, 0)
  return (
    <div className={styles.strip}>
      <ol
        className={styles.plan}
        aria-label={label}
        style={{ gridTemplateColumns: [...columns.map(({ share }) => share), Math.max(0, rest)].map((share) => `${share}fr`).join(' ') }}
      >
        {plan.map((segment) => (
          <li
            key={segment.id}
            className={styles.part}
            title={segment.tooltip ?? segment.title}
            aria-current={segment.current ? 'step' : undefined}
          >
            <strong>{segment.title}</strong>
            <span className={styles.note}>{segment.note}</span>
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

/** The most letters of a word that is not broken. */
const longestWord = 14

/** How much of the strip the time after the plan may take, so that a delay breaks no title. */
const longestDelay = 0.1

/** Returns the letters of the longest word, and the space around them. */
const getWordWidth = (title: string): number => 2 + Math.min(longestWord, Math.max(4, ...title.split(/\s+/).map((word) => word.length)))

/**
 * Returns the pieces of the strip: the segments, and the time before, between and after them. A segment gets its share of the length, or
 * more if the longest word of its title needs it. The time after the plan gets at most `longestDelay`. The shares add up to 1.
 */
export const makeScale = (
  plan: readonly Pick<StripSegment, 'from' | 'to' | 'title'>[],
  from: number,
  to: number,
): readonly ScalePiece[] => {
  const span = Math.max(1, to - from)
  const widths = plan.reduce((sum, { title }) => sum + getWordWidth(title), 0)
  const pieces: { from: number; to: number; share: number; isSegment: boolean }[] = []
  let at = from
  const add = (end: number, title: string | null) => {
    const share = (end - at) / span
    const least = title === null ? 0 : getWordWidth(title) / widths
    if (title !== null || share > 0) pieces.push({ from: at, to: end, share: Math.max(least, share), isSegment: title !== null })
    at = end
  }
  for (const segment of plan) {
    if (segment.from > at) add(segment.from, null)
    add(Math.max(at, segment.to), segment.title)
  }
  const mostOfDelay = (longestDelay / (1 - longestDelay)) * sumShares(pieces)
  if (at < to) pieces.push({ from: at, to, share: Math.min((to - at) / span, mostOfDelay), isSegment: false })
  const total = sumShares(pieces)
  return pieces.map((piece) => ({ ...piece, share: piece.share / total }))
}

const sumShares = (pieces: readonly Pick<ScalePiece, 'share'>[]): number => pieces.reduce((sum, { share }) => sum + share, 0)

const getPassedPart = ({ from, to }: ScalePiece, at: number): number =>
  to > from ? Math.min(1, Math.max(0, (at - from) / (to - from))) : at >= to ? 1 : 0
