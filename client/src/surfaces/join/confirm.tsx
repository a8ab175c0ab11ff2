/** By personal link: nothing to type, only "Is this right?". */

import type { Seat } from '../../session/session-ticket.ts'
import { groupName } from '../../text/group-name.ts'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Channel } from '../../ui/channel-label.tsx'
import { Facts } from '../../ui/definition-list.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { MainButton } from '../../ui/primary-button.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import styles from './confirm.module.css'

type ConfirmProps = { seat: Seat; onYes: () => void; onNo: () => void }

export const Confirm = ({ seat, onYes, onNo }: ConfirmProps) => {
  const { t } = useText()
  const { short, entity, number, group, channel } = seat
  return (
    <PhoneFrame
      bodyClassName={styles.body}
      head={{ title: <bdi>{short}</bdi>, tools: <PageTools bare /> }}
      foot={
        <>
          <MainButton onPress={onYes}>{t('join.yes')}</MainButton>
          <Button look="quiet" onClick={onNo}>
            {t('join.notMe')}
          </Button>
        </>
      }
    >
      <section className={styles.ask}>
        <h2>{t('join.right')}</h2>
        <p>{t('join.registeredAs')}</p>
      </section>
      <Card padded>
        <p className={styles.entity}>
          <bdi>{entity}</bdi>
        </p>
        <Facts
          facts={[
            ...(number > 0 ? [{ name: t('join.fact.speaker'), value: <span className="num">{number}</span> }] : []),
            ...(group === null ? [] : [{ name: t('join.fact.group'), value: groupName(t, { id: group, short: group }) }]),
            {
              name: t('join.fact.takesPart'),
              value: <Channel from={channel}>{t(channel === 'remote' ? 'join.remotely' : 'join.inRoom')}</Channel>,
            },
          ]}
        />
      </Card>
      <p className={styles.others}>{t('join.othersSee')}</p>
    </PhoneFrame>
  )
}
