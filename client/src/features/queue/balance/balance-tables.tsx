/** The balance as tables: groups and channels, then each organization that asked or spoke. */
import { useView } from '../../../session/hooks.tsx'
import { lengthText } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import styles from '../queue.module.css'
import { type BalanceRow, percent, shareOf } from './balance.ts'

type Tables = { groups: readonly BalanceRow[]; channels: readonly BalanceRow[] }

export const BalanceTables = ({ groups, channels }: Tables) => {
  const { t } = useText()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
    <section className={styles.tables} aria-label={t('balance.full')} tabIndex={0}>
      <Shares title={t('balance.byGroup')} name={t('queue.group')} rows={groups} />
      <Shares title={t('balance.byChannel')} name={t('queue.where')} rows={channels} />
      <Entities />
    </section>
  )
}

/** Each share is of all in the same table. */
const Shares = ({ title, name, rows }: { title: string; name: string; rows: readonly BalanceRow[] }) => {
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
              <span className="num">{lengthText(used)}</span>
            </td>
            <td>
              <span className="num">{t('number.percent', { n: percent(shareOf(used, time)) })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const Entities = () => {
  const { t } = useText()
  const entities = useView((view) => view.entities) ?? []
  if (entities.length === 0) return null
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
        {entities.map(({ entity, turns, used, over }) => (
          <tr key={entity}>
            <th scope="row">
              <bdi>{entity}</bdi>
            </th>
            <td>
              <span className="num">{turns}</span>
            </td>
            <td>
              <span className="num">{lengthText(used)}</span>
            </td>
            <td>
              <span className="num">{lengthText(over)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
