/** The first rows of a list as they would be taken, and every cell that must be put right first. */
import { groupIn, useGroups } from '../../../session/groups.ts'
import { groupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from './import.module.css'
import { faultWords } from './list-error-text.ts'
import type { Preview } from './list-preview.ts'

/** Enough to see whether the columns are the right ones. */
const shownRows = 8

export const ListSample = ({ preview: { sample } }: { preview: Preview }) => {
  const { t } = useText()
  const groups = useGroups()
  if (sample.length === 0) return null
  return (
    <div className={styles.framed}>
      <table className={styles.table}>
        <caption>{t('people.import.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.import.line')}</th>
            <th scope="col">{t('people.entity')}</th>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('queue.group')}</th>
            <th scope="col">{t('queue.where')}</th>
            <th scope="col">{t('people.import.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, shownRows).map(({ line, outcome, entity, name, group, channel }) => (
            <tr key={line}>
              <td className="num">{line}</td>
              <th scope="row">
                <bdi>{entity}</bdi>
              </th>
              <td>
                <bdi>{name}</bdi>
              </td>
              <td>{groupName(t, groupIn(groups, group))}</td>
              <td>{t(`channel.${channel}`)}</td>
              <td>{t(`people.import.outcome.${outcome}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** As many as can be worked through at once. */
const shownFaults = 50

export const ListFaults = ({ preview: { faults, faultCount } }: { preview: Preview }) => {
  const { t } = useText()
  if (faultCount === 0) return null
  const shown = faults.slice(0, shownFaults)
  return (
    <section className={styles.faults} aria-labelledby="faults-title">
      <h3 id="faults-title">{t('people.import.faults', { n: faultCount })}</h3>
      <p className={styles.quiet}>{t('people.import.allOrNothing')}</p>
      <ul className={styles.framed}>
        {shown.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.why}`}>
            <strong>
              {fault.column === null
                ? t('people.import.atLine', { line: fault.line })
                : t('people.import.atCell', { line: fault.line, column: fault.column })}
            </strong>{' '}
            {faultWords(t, fault)}
          </li>
        ))}
      </ul>
      {faultCount > shown.length ? <p className={styles.quiet}>{t('people.import.moreFaults', { n: faultCount - shown.length })}</p> : null}
    </section>
  )
}
