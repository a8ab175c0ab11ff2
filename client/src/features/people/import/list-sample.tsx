/** The first rows of a list as they would be imported, and every cell that must be corrected first. */

import { fieldsByError } from '@rostrum/shared/contract/people-lists'
import { foldForSearch } from '@rostrum/shared/kernel/fold-text'
import { findGroup } from '../../../session/groups.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { Sentences } from '../../../text/sentences.tsx'
import { useText } from '../../../text/use-text.tsx'
import { FramedList } from '../../../ui/framed-list.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './import.module.css'
import { getRowErrorText } from './list-error-text.ts'
import type { ListPreview, ListRowError } from './list-preview.ts'

/** Enough to see whether the columns are mapped correctly. */
const maxRows = 8

export const ListSample = ({ preview: { sample, groups } }: { preview: ListPreview }) => {
  const { t } = useText()
  if (sample.length === 0) return null
  return (
    <div className={styles.framed}>
      <table className={styles.table}>
        <caption>{t('people.import.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('people.import.line')}</th>
            <th scope="col">{t('people.import.who')}</th>
            <th scope="col">{t('queue.group')}</th>
            <th scope="col">{t('people.import.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, maxRows).map(({ line, outcome, entity, name, group, channel }) => (
            <tr key={line}>
              <td>
                <span className="num">{line}</span>
              </td>
              <th scope="row">
                <Name>{entity}</Name>
                {name === null ? null : (
                  <small>
                    <Name>{name}</Name>
                  </small>
                )}
              </th>
              <td>
                {getGroupName(t, findGroup(groups, group))}
                <small>{getChannelName(t, channel)}</small>
              </td>
              <td>{t(`people.import.outcome.${outcome}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The number of errors that a person can work through at once. */
const maxErrors = 50

type ListErrorsProps = { preview: Pick<ListPreview, 'source' | 'faults' | 'faultCount' | 'groupNames' | 'unclear'> }

/** The errors that are corrected in the file. Values that can be matched here are not among them. */
export const ListErrors = ({ preview }: ListErrorsProps) => {
  const { t } = useText()
  const { source } = preview
  const isMatchable = ({ reason, value }: ListRowError) =>
    preview.unclear.some(({ field, written }) => field === fieldsByError[reason] && foldForSearch(written) === foldForSearch(value ?? ''))
  const faults = preview.faults.filter((fault) => !isMatchable(fault))
  const faultCount = preview.faultCount - preview.unclear.reduce((sum, { rows }) => sum + rows, 0)
  if (faultCount === 0) return null
  const shown = faults.slice(0, maxErrors)
  return (
    <section className={styles.faults} aria-labelledby="faults-title">
      <h3 id="faults-title">{t('people.import.faults', { n: faultCount })}</h3>
      <p className={styles.quiet}>
        <Sentences>
          {source.format === 'xlsx' ? t('people.import.inSheet', { sheet: source.sheet }) : null}
          {t('people.import.allOrNothing')}
        </Sentences>
      </p>
      <FramedList>
        {shown.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.reason}`}>
            <strong>
              {fault.column === null
                ? t('people.import.atLine', { line: fault.line })
                : t('people.import.atCell', { cell: `${fault.letter}${fault.line}`, column: fault.column })}
              {fault.value === null ? null : (
                <>
                  {' '}
                  <q>
                    <Name>{fault.value}</Name>
                  </q>
                </>
              )}
            </strong>{' '}
            <span className={fault.value === null ? undefined : styles.said}>{getRowErrorText(t, fault, preview.groupNames)}</span>
          </li>
        ))}
      </FramedList>
      {faultCount > shown.length ? <p className={styles.quiet}>{t('people.import.moreFaults', { n: faultCount - shown.length })}</p> : null}
    </section>
  )
}
