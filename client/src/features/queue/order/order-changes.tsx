/** The server's preview of another rule: the biggest moves first, the next speaker, and both lists side by side on request. */

import type { EntryId } from '@rostrum/shared/contract/ids'
import { joinTexts } from '@rostrum/shared/kernel/text'
import { useEffect, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import type { OrderSetting } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from './order-changes.module.css'
import { countUnchangedFirst, listMoves, type OrderMove } from './order-moves.ts'
import { useOrderPreview } from './use-order-preview.ts'

const maxMoves = 3

export const OrderChanges = ({ setting }: { setting: OrderSetting }) => {
  const { t } = useText()
  const preview = useOrderPreview({ kind: 'rule', setting })
  return (
    <div className={styles.changes} role="status">
      {preview.kind === 'loading' ? <p className="muted">{t('queue.order.asking')}</p> : null}
      {preview.kind === 'failed' ? (
        <>
          <p>{t('queue.order.failed')}</p>
          <Button size="small" onClick={preview.retry}>
            {t('entry.again')}
          </Button>
        </>
      ) : null}
      {preview.kind === 'known' ? <OrderComparison after={preview.order} to={setting} /> : null}
    </div>
  )
}

const OrderComparison = ({ after, to }: { after: readonly EntryId[]; to: OrderSetting }) => {
  const { t } = useText()
  const entries = useView((view) => view.entries)
  const before = useView((view) => view.order)
  const maxOvertakes = useView(({ queue }) => queue.maxOvertakes)
  const [showsBoth, setShowsBoth] = useState(false)
  const moves = listMoves(before, after)
  const getName = (entry: EntryId | undefined) => (entry === undefined ? undefined : entries[entry]?.entity)
  const next = after[0] === before[0] ? undefined : getName(after[0])
  const unchangedCount = countUnchangedFirst(before, after)
  const notes = [
    ...(moves.length > 0 && unchangedCount > 0 ? [t('queue.order.stay', { n: unchangedCount })] : []),
    ...(to.suggestOnly || to.mode === 'received' ? [] : [t('queue.order.cap', { n: maxOvertakes })]),
    ...(to.suggestOnly ? [t('queue.order.marked')] : []),
    t('queue.order.stated'),
  ]
  return (
    <>
      <p>
        <strong>{t(moves.length === 0 ? 'queue.order.noChange' : 'queue.order.changes')}</strong>
      </p>
      {moves.length === 0 ? null : <BiggestMoves moves={moves} />}
      {next === undefined ? null : <p>{t('queue.order.next', { who: next })}</p>}
      <p className="muted">{joinTexts(notes)}</p>
      {moves.length === 0 ? null : (
        <Button look="quiet" size="inline" expanded={showsBoth} onClick={() => setShowsBoth(!showsBoth)}>
          {t('queue.order.both')}
        </Button>
      )}
      {showsBoth && moves.length > 0 ? <OrdersTable before={before} after={after} getName={getName} /> : null}
    </>
  )
}

const BiggestMoves = ({ moves }: { moves: readonly OrderMove[] }) => {
  const { t, ordinal } = useText()
  const entries = useView((view) => view.entries)
  return (
    <>
      <ol className={styles.moves}>
        {moves.slice(0, maxMoves).map(({ entry, from, to }) => (
          <li key={entry}>
            <span>{t('queue.order.move', { from: ordinal(from), to: ordinal(to) })}</span>
            <Name>{entries[entry]?.entity}</Name>
          </li>
        ))}
      </ol>
      {moves.length > maxMoves ? <p>{t('queue.order.more', { n: moves.length - maxMoves })}</p> : null}
    </>
  )
}

type SwapChangesProps = { entry: EntryId; with: EntryId }

/** The others who would move if these two changed places. Nothing if nobody would. */
export const SwapChanges = ({ entry, with: other }: SwapChangesProps) => {
  const { t } = useText()
  const before = useView((view) => view.order)
  const preview = useOrderPreview({ kind: 'swap', entry, with: other })
  if (preview.kind === 'failed') return <p>{t('queue.swapFailed')}</p>
  const moves =
    preview.kind === 'known' ? listMoves(before, preview.order).filter((move) => move.entry !== entry && move.entry !== other) : []
  return moves.length === 0 ? null : (
    <div className={styles.changes}>
      <p>
        <strong>{t('queue.swapMoves', { n: moves.length })}</strong>
      </p>
      <BiggestMoves moves={moves} />
    </div>
  )
}

type OrdersTableProps = {
  before: readonly EntryId[]
  after: readonly EntryId[]
  getName: (entry: EntryId | undefined) => string | undefined
}

const OrdersTable = ({ before, after, getName }: OrdersTableProps) => {
  const { t } = useText()
  const table = useRef<HTMLTableElement>(null)
  // The lists open below the rules, so the dialog may have to scroll.
  useEffect(() => {
    table.current?.scrollIntoView({ block: 'start' })
  }, [])
  const longer = before.length >= after.length ? before : after
  return (
    <table className={styles.both} ref={table}>
      <thead>
        <tr>
          <th scope="col">{t('queue.order.place')}</th>
          <th scope="col">{t('queue.order.before')}</th>
          <th scope="col">{t('queue.order.after')}</th>
        </tr>
      </thead>
      <tbody>
        {longer.map((entry, index) => (
          <tr key={entry}>
            <th scope="row">
              <span className="num">{index + 1}</span>
            </th>
            <td>
              <Name>{getName(before[index])}</Name>
            </td>
            <td className={before[index] === after[index] ? undefined : styles.other}>
              <Name>{getName(after[index])}</Name>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
