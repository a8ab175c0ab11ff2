/** The participants by organization, with a box to tick. The list contains no links. */

import { findGroup } from '../../../session/groups.ts'
import { getChannelName } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { useText } from '../../../text/use-text.tsx'
import { Name } from '../../../ui/written.tsx'
import { SessionText } from '../../../widgets/session-text.tsx'
import styles from './print.module.css'
import type { PrintedPeople } from './printed-people.ts'

export const ParticipantList = ({ title, groups, people }: PrintedPeople) => {
  const { t } = useText()
  return (
    <div className={styles.list}>
      <SessionText as="h1" of={title} />
      <p>{t('people.print.listOf', { n: people.length })}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('people.entity')}</th>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('queue.group')}</th>
            <th scope="col">{t('queue.where')}</th>
            <th scope="col">{t('people.print.present')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ person, entity, name, group, channel }) => (
            <tr key={person}>
              <td>
                <Name>{entity}</Name>
              </td>
              <td>
                <Name>{name}</Name>
              </td>
              <td>{getGroupName(t, findGroup(groups, group))}</td>
              <td>{getChannelName(t, channel)}</td>
              <td aria-hidden="true">
                <span className={styles.box} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
