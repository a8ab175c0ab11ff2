/** Joining by personal link: nothing to type, only "Is this right?". */

import type { Ticket } from '@rostrum/shared/api/tickets'
import { takesPartWords } from '../../text/channel-words.ts'
import { getGroupName } from '../../text/group-name.ts'
import { usePhoneText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { DefinitionList } from '../../ui/definition-list.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Name } from '../../ui/written.tsx'
import { ChannelLabel } from '../../widgets/channel-label.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './confirm.module.css'

type ConfirmProps = { ticket: Ticket; onYes: () => void; onNo: () => void }

export const Confirm = ({ ticket, onYes, onNo }: ConfirmProps) => {
  const { t } = usePhoneText()
  usePageTitle(t('join.right'))
  const { short, entity, number, group, groupShort, channel } = ticket
  return (
    <PhoneFrame
      bodyClassName={styles.body}
      head={{ title: <SessionText of={short} />, tools: <PageTools bare /> }}
      foot={
        <>
          <PrimaryButton onPress={onYes}>{t('join.yes')}</PrimaryButton>
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
          <Name>{entity}</Name>
        </p>
        <DefinitionList
          items={[
            ...(number > 0 ? [{ name: t('join.fact.speaker'), value: <span className="num">{number}</span> }] : []),
            ...(group === null ? [] : [{ name: t('join.fact.group'), value: getGroupName(t, { id: group, short: groupShort ?? group }) }]),
            {
              name: t('join.fact.takesPart'),
              value: <ChannelLabel from={channel}>{t(takesPartWords[channel])}</ChannelLabel>,
            },
          ]}
        />
      </Card>
      <p className={styles.others}>{t('join.othersSee')}</p>
    </PhoneFrame>
  )
}
