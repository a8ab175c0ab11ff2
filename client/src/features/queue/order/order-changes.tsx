/** What would change, as the server says: the biggest moves first, who would be next, and both lists side by side on request. */
import type { EntryId } from '@rostrum/shared/contract/ids'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import type { RuleInForce } from '../../../text/order-mode-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from './order-changes.module.css'
import { firstThatStay, movesBetween } from './order-moves.ts'
import { useOrderUnder } from './use-order-preview.ts'

const shown = 3

export const OrderChanges = ({ to }: { to: RuleInForce }) => {
  const { t } = useText()
  const under = useOrderUnder(to)
  return (
    <div className={styles.changes} role="status">
      {under.kind === 'asking' ? <p className="muted">{t('queue.order.asking')}</p> : null}
      {under.kind === 'failed' ? (
        <>
          <p>{t('queue.order.failed')}</p>
          <Button size="small" onClick={under.again}>
            {t('door.again')}
          </Button>
        </>
      ) : null}
      {under.kind === 'known' ? <Known after={under.line} to={to} /> : null}
    </div>
  )
}

const Known = ({ after, to }: { after: readonly EntryId[]; to: RuleInForce }) => {
  const { t, ordinal } = useText()
  const entries = useView((view) => view.entries)
  const before = useView((view) => view.line).map(({ entry }) => entry)
  const overtakes = useView(({ list }) => list.overtakes)
  const [both, showBoth] = useState(false)
  const moves = movesBetween(before, after)
  const nameOf = (entry: EntryId | undefined) => (entry === undefined ? undefined : entries[entry]?.entity)
  const next = after[0] === before[0] ? undefined : nameOf(after[0])
  const stay = firstThatStay(before, after)
  const said = [
    ...(moves.length > 0 && stay > 0 ? [t('queue.order.stay', { n: stay })] : []),
    ...(to.recommend || to.mode === 'received' ? [] : [t('queue.order.cap', { n: overtakes })]),
    ...(to.recommend ? [t('queue.order.marked')] : []),
    t('queue.order.stated'),
  ]
  return (
    <>
      <p>
        <strong>{t(moves.length === 0 ? 'queue.order.noChange' : 'queue.order.changes')}</strong>
      </p>
      {moves.length === 0 ? null : (
        <ol className={styles.moves}>
          {moves.slice(0, shown).map((move) => (
            <li key={move.entry}>
              <span>{t('queue.order.move', { from: ordinal(move.from), to: ordinal(move.to) })}</span>
              <bdi>{nameOf(move.entry)}</bdi>
            </li>
          ))}
        </ol>
      )}
      {moves.length > shown ? <p>{t('queue.order.more', { n: moves.length - shown })}</p> : null}
      {next === undefined ? null : <p>{t('queue.order.next', { who: next })}</p>}
      <p className="muted">{said.join(' ')}</p>
      {moves.length === 0 ? null : (
        <Button look="quiet" size="inline" iconEnd={both ? 'up' : 'down'} aria-expanded={both} onClick={() => showBoth(!both)}>
          {t('queue.order.both')}
        </Button>
      )}
      {both && moves.length > 0 ? <Both before={before} after={after} nameOf={nameOf} /> : null}
    </>
  )
}

type BothProps = { before: readonly EntryId[]; after: readonly EntryId[]; nameOf: (entry: EntryId | undefined) => string | undefined }

const Both = ({ before, after, nameOf }: BothProps) => {
  const { t } = useText()
  const places = before.length >= after.length ? before : after
  return (
    <table className={styles.both}>
      <thead>
        <tr>
          <th scope="col">{t('queue.order.place')}</th>
          <th scope="col">{t('queue.order.before')}</th>
          <th scope="col">{t('queue.order.after')}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((entry, index) => (
          <tr key={entry}>
            <th scope="row">
              <span className="num">{index + 1}</span>
            </th>
            <td>
              <bdi>{nameOf(before[index])}</bdi>
            </td>
            <td className={before[index] === after[index] ? undefined : styles.other}>
              <bdi>{nameOf(after[index])}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
