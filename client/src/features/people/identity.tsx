/** How I appear to others: organization, group, and from where. */
import { groupIn, useGroups } from '../../session/groups.ts'
import { useView } from '../../session/hooks.tsx'
import { groupName } from '../../text/group-name.ts'
import { useText } from '../../text/use-text.tsx'
import { Card } from '../../ui/card.tsx'
import { GroupMark } from '../../ui/group-mark.tsx'
import styles from './identity.module.css'

export const Identity = () => {
  const { t } = useText()
  const { entity, group: id, channel } = useView(({ me }) => me)
  const group = groupIn(useGroups(), id)
  const where = t(channel === 'remote' ? 'channel.isRemote' : 'channel.inRoom')
  return (
    <p className={styles.identity}>
      <strong>
        <bdi>{entity}</bdi>
      </strong>
      {group ? (
        <GroupMark mark={group.mark}>{t('speaker.groupAndChannel', { group: groupName(t, group), channel: where })}</GroupMark>
      ) : (
        where
      )}
    </p>
  )
}

export const IdentityCard = () => {
  const { t } = useText()
  return (
    <Card padded>
      <h2 className="eyebrow">{t('me.recordAs')}</h2>
      <Identity />
    </Card>
  )
}
