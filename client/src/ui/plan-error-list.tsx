import styles from './plan-error-list.module.css'

/** What is wrong with a session file, each with its place. Said in the words of the file's own keys, which are English. */
export const FaultList = ({ more }: { more: object | undefined }) => {
  const faults = more && 'faults' in more && Array.isArray(more.faults) ? more.faults.filter((fault) => typeof fault === 'string') : []
  if (faults.length === 0) return null
  return (
    <ul className={styles.faults} lang="en" dir="ltr">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ul>
  )
}
