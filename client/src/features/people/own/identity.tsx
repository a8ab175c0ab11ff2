/** How I appear to others: organization, group and channel. My consent to being named is here too. */

import { useState } from 'react'
import { findGroup, useGroups } from '../../../session/groups.ts'
import { useView } from '../../../session/hooks.tsx'
import { whereWords } from '../../../text/channel-words.ts'
import { getGroupName } from '../../../text/group-name.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { GroupMark } from '../../../ui/group-mark.tsx'
import { Name } from '../../../ui/written.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import styles from './identity.module.css'

/** Loaded when it is opened, to keep the first page of a phone small. */
const IdentityDialog = deferPart(async () => (await import('./identity-dialog.tsx')).IdentityDialog)

export const Identity = () => {
  const { t } = usePhoneText()
  const [open, show] = useState(false)
  return (
    <div className={styles.identity}>
      <IdentityText />
      <Button look="quiet" aria-haspopup="dialog" onClick={() => show(true)}>
        {t('me.appear')}
      </Button>
      {open ? (
        <IdentityDialog onClose={() => show(false)}>
          <IdentityText />
        </IdentityDialog>
      ) : null}
    </div>
  )
}

const IdentityText = () => {
  const { t } = usePhoneText()
  const { entity, group: id, channel, walkIn } = useView(({ me }) => me)
  const group = findGroup(useGroups(), id)
  const where = t(whereWords[channel])
  const shown = (
    <p className={styles.shown}>
      <strong>
        <Name>{entity}</Name>
      </strong>
      {group ? (
        <GroupMark mark={group.mark}>{t('speaker.groupAndChannel', { group: getGroupName(t, group), channel: where })}</GroupMark>
      ) : (
        where
      )}
    </p>
  )
  if (walkIn !== 'claims') return shown
  return (
    <div>
      {shown}
      <p className="muted">{t('me.toConfirm')}</p>
    </div>
  )
}

export const IdentityCard = () => {
  const { t } = usePhoneText()
  return (
    <Card padded>
      <h2 className="eyebrow">{t('me.recordAs')}</h2>
      <Identity />
    </Card>
  )
}
