/** The balance as tables: groups and channels, then each organization that asked or spoke. */
import { useView } from '../../../session/hooks.tsx'
import { formatDuration } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import styles from '../queue.module.css'
import { type BalanceShareRow, computeShare, toPercent } from './balance.ts'

type BalanceTablesProps = { groups: readonly BalanceShareRow[]; channels: readonly BalanceShareRow[] }

export const BalanceTables = ({ groups, channels }: BalanceTablesProps) => {
  const { t } = useText()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable element must be reachable by keyboard
    <section className={styles.tables} aria-label={t('balance.full')} tabIndex={0}>
      <ShareTable title={t('balance.byGroup')} name={t('queue.group')} rows={groups} />
      <ShareTable title={t('balance.byChannel')} name={t('queue.where')} rows={channels} />
      <EntityTable />
    </section>
  )
}

/** Each share is a share of all rows in the same table. */
const ShareTable = ({ title, name, rows }: { title: string; name: string; rows: readonly BalanceShareRow[] }) => {
  const { t } = useText()
  const time = rows.reduce((total, { used }) => total + used, 0)
  return (
    <table className={styles.table}>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{t('balance.asked')}</th>
          <th scope="col">{t('balance.turns')}</th>
          <th scope="col">{t('balance.time')}</th>
          <th scope="col">{t('balance.share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, name: its, requests, turns, used }) => (
          <tr key={id}>
            <th scope="row">{its}</th>
            <td>
              <span className="num">{requests}</span>
            </td>
            <td>
              <span className="num">{turns}</span>
            </td>
            <td>
              <span className="num">{formatDuration(used)}</span>
            </td>
            <td>
              <span className="num">{t('number.percent', { n: toPercent(computeShare(used, time)) })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const EntityTable = () => {
  const { t } = useText()
  const entityShares = useView((view) => view.entityShares) ?? []
  if (entityShares.length === 0) return null
  return (
    <table className={styles.table}>
      <caption>{t('balance.byEntity')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('queue.entity')}</th>
          <th scope="col">{t('balance.turns')}</th>
          <th scope="col">{t('balance.time')}</th>
          <th scope="col">{t('balance.over')}</th>
        </tr>
      </thead>
      <tbody>
        {entityShares.map(({ entity, turns, used, over }) => (
          <tr key={entity}>
            <th scope="row">
              <Name>{entity}</Name>
            </th>
            <td>
              <span className="num">{turns}</span>
            </td>
            <td>
              <span className="num">{formatDuration(used)}</span>
            </td>
            <td>
              <span className="num">{formatDuration(over)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
