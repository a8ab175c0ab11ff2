/** Known organizations below the field. One press takes the name and its group. */
import type { KnownOrganization } from '@rostrum/shared/api/tickets'
import { findGroup } from '../../session/groups.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import { Icon } from '../../ui/icon.tsx'
import { Name } from '../../ui/written.tsx'
import styles from './joining.module.css'
import type { FoundSession } from './walk-in.ts'

type OffersProps = Pick<FoundSession, 'groups'> & {
  offered: readonly KnownOrganization[]
  onChoose: (one: KnownOrganization) => void
  onWritten: () => void
}

export const Offers = ({ groups, offered, onChoose, onWritten }: OffersProps) => {
  const { t } = useAskedText()
  return (
    <ul className={styles.offers} aria-label={t('join.known')}>
      {offered.map((one) => (
        <li key={one.name}>
          <Button block className={styles.offer} onClick={() => onChoose(one)}>
            <OfferName one={one} groups={groups} />
          </Button>
        </li>
      ))}
      <li>
        <Button block className={styles.offer} onClick={onWritten}>
          <Icon name="plus" />
          <span>{t('join.asWritten')}</span>
        </Button>
      </li>
    </ul>
  )
}

const OfferName = ({ one: { name, group: id }, groups }: Pick<OffersProps, 'groups'> & { one: KnownOrganization }) => {
  const group = findGroup(groups, id)
  return group === null ? (
    <Name>{name}</Name>
  ) : (
    <GroupMark mark={group.mark}>
      <Name>{name}</Name>
    </GroupMark>
  )
}
