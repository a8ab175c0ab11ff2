import type { ReactNode } from 'react'
import { Fragment } from 'react'
import styles from './definition-list.module.css'

/** Names and what they are, in two columns. */
export const Facts = ({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) => (
  <dl className={styles.facts}>
    {facts.map(({ name, value }) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
)
