/** Somebody who scans again on the same device goes on as the same person. */

import type { Ticket } from '@rostrum/shared/api/tickets'
import { takesPartWords } from '../../text/channel-words.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { useHeadingFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Name } from '../../ui/written.tsx'
import { ChannelLabel } from '../../widgets/channel-label.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './joining.module.css'

type BackStepProps = { ticket: Ticket; onGoOn: () => void; onOther: () => void }

export const BackStep = ({ ticket: { short, entity, channel }, onGoOn, onOther }: BackStepProps) => {
  const { t } = useAskedText()
  usePageTitle(t('join.in'))
  const heading = useHeadingFocus()
  return (
    <PhoneFrame
      bodyClassName={styles.step}
      head={{ title: <SessionText of={short} />, tools: <PageTools bare /> }}
      foot={
        <>
          <PrimaryButton onPress={onGoOn}>{t('join.goOn')}</PrimaryButton>
          <Button look="quiet" onClick={onOther}>
            {t('join.other')}
          </Button>
        </>
      }
    >
      <div className={styles.block}>
        <p className="muted">{t('join.in')}</p>
        <h2 className={styles.title} ref={heading} tabIndex={-1}>
          <Name>{entity}</Name>
        </h2>
        <ChannelLabel from={channel}>{t(takesPartWords[channel])}</ChannelLabel>
      </div>
    </PhoneFrame>
  )
}
