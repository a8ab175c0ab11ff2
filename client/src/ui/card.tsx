import type { ComponentProps, ReactNode } from 'react'
import styles from './card.module.css'
import { classNames } from './class-names.ts'

type CardProps = ComponentProps<'section'> & { padded?: boolean | undefined }

export const Card = ({ padded = false, className, ...rest }: CardProps) => (
  <section {...rest} className={classNames(styles.card, padded && styles.padded, className)} />
)

type CardHeadProps = { id?: string | undefined; title: ReactNode; note?: ReactNode; level?: 2 | 3; children?: ReactNode }

/** The title of a card, a muted note next to it, and the actions at its end. */
export const CardHead = ({ id, title, note, level = 2, children }: CardHeadProps) => {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.head}>
      <Heading className={styles.title} id={id} tabIndex={-1}>
        {title}
        {/* A space, because without it Arabic letters would join across the two. */}
        {note === undefined ? null : ' '}
        {note === undefined ? null : <small>{note}</small>}
      </Heading>
      {children}
    </div>
  )
}
