/** The same figures as rows, which add up. */
import type { ReactNode } from 'react'
import type { Key } from '../../../text/catalogue.ts'
import { useText } from '../../../text/use-text.tsx'
import { sum } from '../figures/record-rows.ts'
import type { Share, Shares } from '../figures/shares.ts'
import { clockText } from '../page/use-record-text.ts'
import { AsTable, Num, Wide } from './section-parts.tsx'
import tables from './tables.module.css'

/** Those that are told only where there are any, beside heard, not reached and withdrawn. */
const columns = [
  { of: (row: Share<unknown>) => row.heard, words: 'record.heardOnes', always: true },
  { of: (row: Share<unknown>) => row.outcomes['not-reached'], words: 'record.outcomes.not-reached', always: true },
  { of: (row: Share<unknown>) => row.outcomes.withdrawn, words: 'record.outcomes.withdrawn', always: true },
  { of: (row: Share<unknown>) => row.outcomes.removed, words: 'record.outcomes.removed', always: false },
  { of: (row: Share<unknown>) => row.outcomes.speaking + row.outcomes.waiting, words: 'record.outcomes.waiting', always: false },
] as const satisfies readonly { of: (row: Share<unknown>) => number; words: Key; always: boolean }[]

type TableProps<Of> = { shares: Shares<Of>; head: string; name: (of: Of) => ReactNode; label: string }

export const SharesTable = <Of,>({ shares: { rows, asked, seconds }, head, name, label }: TableProps<Of>) => {
  const { t } = useText()
  const shown = columns.filter(({ of, always }) => always || rows.some((row) => of(row) > 0))
  if (asked + seconds === 0) return null
  return (
    <AsTable>
      <Wide label={label}>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">{head}</th>
              <th scope="col">{t('record.asked')}</th>
              {shown.map(({ words }) => (
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
                <td>{row.asked}</td>
                {shown.map(({ words, of }) => (
                  <td key={words}>{of(row)}</td>
                ))}
                <td>
                  <Num>{clockText(row.seconds)}</Num>
                </td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('record.total')}</th>
              <td>{asked}</td>
              {shown.map(({ words, of }) => (
                <td key={words}>{sum(rows, of)}</td>
              ))}
              <td>
                <Num>{clockText(seconds)}</Num>
              </td>
            </tr>
          </tfoot>
        </table>
      </Wide>
    </AsTable>
  )
}
