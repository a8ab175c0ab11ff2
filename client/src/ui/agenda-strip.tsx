/** The session on a time axis. The plan on top never moves. The rail below shows what happened and what is likely. */
import type { ReactNode } from 'react'
import styles from './agenda-strip.module.css'
import { classNames } from './class-names.ts'

export type StripSegment = { id: string; title: string; note: ReactNode; from: number; to: number; current?: boolean | undefined }

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
  /** Given where items can be pressed. `pressLabel` tells screen readers what a press does. The current item cannot be pressed. */
  onPress?: ((id: string) => void) | undefined
  pressLabel?: ((title: string) => string) | undefined
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
}: AgendaStripProps) => {
  const span = Math.max(1, to - from)
  const toPercent = (at: number) => `${Math.min(100, Math.max(0, ((at - from) / span) * 100))}%`
  const planEnd = plan.at(-1)?.to ?? from
  const columns = [...plan.map((segment) => segment.to - segment.from), ...(planEnd < to ? [to - planEnd] : [])]
  return (
    <div className={styles.strip}>
      <ol
        className={styles.plan}
        aria-label={label}
        style={{ gridTemplateColumns: columns.map((length) => `${Math.max(0, length)}fr`).join(' ') }}
      >
        {plan.map((segment) => (
          <li key={segment.id} className={styles.part} aria-current={segment.current ? 'step' : undefined}>
            <strong>{segment.title}</strong>
            {segment.note}
            {onPress === undefined || segment.current ? null : (
              <button
                type="button"
                className={styles.press}
                aria-label={pressLabel?.(segment.title) ?? segment.title}
                onClick={() => onPress(segment.id)}
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
              inlineSize: `max(0px, calc(${((piece.to - piece.from) / span) * 100}% - 2px))`,
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
            {hardStop.text}
          </p>
        </>
      )}
    </div>
  )
}
