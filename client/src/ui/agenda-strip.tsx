/** The session as a line: the plan above never moves; the rail below is what happened and what is likely. */
import type { ReactNode } from 'react'
import styles from './agenda-strip.module.css'
import { classes } from './class-names.ts'

export type StripPart = { id: string; title: string; note: ReactNode; from: number; to: number; current?: boolean | undefined }

/** done and spent: behind us. current and likely: ahead. over: past the hard stop. */
export type RailPiece = { id: string; kind: 'done' | 'spent' | 'current' | 'likely' | 'over'; from: number; to: number }

type AgendaStripProps = {
  /** The scale, in any unit that all numbers share. */
  from: number
  to: number
  plan: readonly StripPart[]
  rail: readonly RailPiece[]
  /** The rail as one sentence. */
  sentence: string
  label: string
  now?: number | undefined
  stop?: { at: number; time: ReactNode; word: ReactNode } | undefined
  /** By when parts must have ended, on the rail. */
  ends?: readonly { id: string; at: number }[] | undefined
  /** Where a part can be gone to: pressed, and what pressing does, for readers. The current part is not pressed. */
  onPress?: ((id: string) => void) | undefined
  pressLabel?: ((title: string) => string) | undefined
}

export const AgendaStrip = ({ from, to, plan, rail, sentence, label, now, stop, ends = [], onPress, pressLabel }: AgendaStripProps) => {
  const span = Math.max(1, to - from)
  const place = (at: number) => `${Math.min(100, Math.max(0, ((at - from) / span) * 100))}%`
  const last = plan.at(-1)?.to ?? from
  const columns = [...plan.map((part) => part.to - part.from), ...(last < to ? [to - last] : [])]
  return (
    <div className={styles.strip}>
      <ol
        className={styles.plan}
        aria-label={label}
        style={{ gridTemplateColumns: columns.map((length) => `${Math.max(0, length)}fr`).join(' ') }}
      >
        {plan.map((part) => (
          <li key={part.id} className={styles.part} aria-current={part.current ? 'step' : undefined}>
            <strong>{part.title}</strong>
            {part.note}
            {onPress === undefined || part.current ? null : (
              <button
                type="button"
                className={styles.press}
                aria-label={pressLabel?.(part.title) ?? part.title}
                onClick={() => onPress(part.id)}
              />
            )}
          </li>
        ))}
      </ol>
      <div className={styles.rail} role="img" aria-label={sentence}>
        {rail.map((piece) => (
          <span
            key={piece.id}
            className={classes(styles.piece, piece.kind !== 'done' && styles[piece.kind])}
            style={{ insetInlineStart: place(piece.from), inlineSize: `max(0px, calc(${((piece.to - piece.from) / span) * 100}% - 2px))` }}
          />
        ))}
        {ends.map(({ id, at }) => (
          <span key={id} className={styles.must} style={{ insetInlineStart: place(at) }} />
        ))}
      </div>
      {now === undefined ? null : <span className={styles.now} style={{ insetInlineStart: place(now) }} aria-hidden="true" />}
      {stop === undefined ? null : (
        <>
          <span className={styles.stop} style={{ insetInlineStart: place(stop.at) }} aria-hidden="true" />
          <p className={styles.end} style={{ insetInlineStart: place(stop.at) }}>
            <strong className="num">{stop.time}</strong>
            {stop.word}
          </p>
        </>
      )}
    </div>
  )
}
