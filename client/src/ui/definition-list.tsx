import type { ReactNode } from 'react'
import { Fragment } from 'react'
import styles from './definition-list.module.css'

/** Names and values in two columns. */
export const DefinitionList = ({ items }: { items: readonly { name: string; value: ReactNode }[] }) => (
  <dl className={styles.facts}>
    {items.map(({ name, value }) => (
      <Fragment key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </Fragment>
    ))}
  </dl>
)
