import type { BlockOf, Cell } from '@rostrum/shared/contract/report-blocks'
import type { ReactNode } from 'react'
import { ReportLine } from './report-line.tsx'
import styles from './table-block.module.css'

/** A wide table or figure scrolls sideways, also by keyboard. */
export const Wide = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
  // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms
  <div role="group" className={styles.wide} aria-label={label} tabIndex={0}>
    {children}
  </div>
)

/** `label`: its title, which stands above it. */
export const TableBlock = ({ table: { look, columns, rows }, label }: { table: BlockOf<'table'>; label: string }) => {
  const named = Math.max(
    0,
    columns.findIndex(({ kind }) => kind !== 'figure'),
  )
  return (
    <Wide label={label}>
      <table className={`${styles.table} ${styles[look]}`} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ label: head, kind }, index) => (
              <th scope="col" key={index} className={styles[kind]}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => {
                const className = styles[columns[column]?.kind ?? 'text']
                const lines = <CellLines cell={cell} />
                return column === named ? (
                  <th scope="row" key={column} className={className}>
                    {lines}
                  </th>
                ) : (
                  <td key={column} className={className}>
                    {lines}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Wide>
  )
}

const CellLines = ({ cell }: { cell: Cell }) =>
  cell.map((line, index) => (
    <div key={index}>
      <ReportLine line={line} />
    </div>
  ))
