import styles from './plan-error-list.module.css'

/** The errors of a plan file, each with its path. They use the file's own keys, which are English. */
export const PlanErrorList = ({ details }: { details: object | undefined }) => {
  const faults =
    details && 'faults' in details && Array.isArray(details.faults) ? details.faults.filter((error) => typeof error === 'string') : []
  if (faults.length === 0) return null
  return (
    <ul className={styles.faults} lang="en" dir="ltr">
      {faults.map((error) => (
        <li key={error}>{error}</li>
      ))}
    </ul>
  )
}
