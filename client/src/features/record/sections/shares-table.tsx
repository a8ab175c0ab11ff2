/** The same figures as rows, which add up. */
import type { ReactNode } from 'react'
import type { MessageKey } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { sumBy } from '../figures/record-rows.ts'
import type { RecordShare, RecordShares } from '../figures/shares.ts'
import { formatSeconds } from '../page/use-record-text.ts'
import { Figure, TableDetails, WideTable } from './section-parts.tsx'
import tables from './tables.module.css'

/** A column without `always` is shown only if it has a count. */
const shareColumns = [
  { of: (row: RecordShare<unknown>) => row.reached, words: 'record.heardOnes', always: true },
  { of: (row: RecordShare<unknown>) => row.outcomes['not-reached'], words: 'record.outcomes.not-reached', always: true },
  { of: (row: RecordShare<unknown>) => row.outcomes.withdrawn, words: 'record.outcomes.withdrawn', always: true },
  { of: (row: RecordShare<unknown>) => row.outcomes.removed, words: 'record.outcomes.removed', always: false },
  { of: (row: RecordShare<unknown>) => row.outcomes.speaking + row.outcomes.waiting, words: 'record.outcomes.waiting', always: false },
] as const satisfies readonly { of: (row: RecordShare<unknown>) => number; words: MessageKey; always: boolean }[]

type SharesTableProps<Of> = { shares: RecordShares<Of>; head: string; name: (of: Of) => ReactNode; label: string }

export const SharesTable = <Of,>({ shares: { rows, requests: asked, seconds }, head, name, label }: SharesTableProps<Of>) => {
  const { t } = useText()
  const visibleColumns = shareColumns.filter(({ of, always }) => always || rows.some((row) => of(row) > 0))
  if (asked + seconds === 0) return null
  return (
    <TableDetails>
      <WideTable label={label}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t('record.asked')}</th>
              {visibleColumns.map(({ words }) => (
                <th scope="col" key={words}>
                  {t(words)}
                </th>
              ))}
              <th scope="col">{t('record.time')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={String(index)}>
                <th scope="row">{name(row.of)}</th>
                <td>{row.requests}</td>
                {visibleColumns.map(({ words, of }) => (
                  <td key={words}>{of(row)}</td>
                ))}
                <td>
                  <Figure>{formatSeconds(row.seconds)}</Figure>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('record.total')}</th>
              <td>{asked}</td>
              {visibleColumns.map(({ words, of }) => (
                <td key={words}>{sumBy(rows, of)}</td>
              ))}
              <td>
                <Figure>{formatSeconds(seconds)}</Figure>
              </td>
            </tr>
          </tfoot>
        </table>
      </WideTable>
    </TableDetails>
  )
}
