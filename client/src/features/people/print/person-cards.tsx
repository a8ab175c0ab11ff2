/** A card for each person, ten on a sheet of A4, with their name and the QR code of the personal link. */

import { findGroup } from '../../../session/groups.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'
import { Written } from '../../../ui/written.tsx'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './print.module.css'
import type { PrintedPeople } from './printed-people.ts'

export const PersonCards = ({ title, groups, people }: PrintedPeople) => {
  const { t } = useText()
  return (
    <ul className={styles.cards}>
      {people.map(({ person, number, entity, name, group, channel, url }) => (
        <li key={person} className={styles.card}>
          <div className={styles.who}>
            <SessionText as="p" className={styles.session} of={title} />
            <Written className={styles.name}>{name ?? entity}</Written>
            {name === null ? null : <Written className={styles.entity}>{entity}</Written>}
            <p className={styles.small}>
              {t('people.print.where', { group: getGroupName(t, findGroup(groups, group)), channel: getChannelName(t, channel) })}
            </p>
            <p className={styles.small}>{t('people.print.secret')}</p>
          </div>
          {url === null ? null : (
            <div className={styles.code}>
              <QrCode value={url} label={t('home.qrFor', { name: name ?? entity })} />
              <span className="num">{number}</span>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
