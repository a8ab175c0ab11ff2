/** Somebody who scans again on the same device goes on as the same person. Another person enters, after a question if something is lost. */

import { useState } from 'react'
import { takesPartWords } from '../../text/channel-words.ts'
import { useAskedText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { PhoneFrame } from '../../ui/phone-frame.tsx'
import { PrimaryButton } from '../../ui/primary-button.tsx'
import { useHeadingFocus } from '../../ui/use-focus.ts'
import { usePageTitle } from '../../ui/use-page-title.ts'
import { Name } from '../../ui/written.tsx'
import { ChannelLabel } from '../../widgets/channel-label.tsx'
import { deferPart } from '../../widgets/load-when-asked.tsx'
import { PageTools } from '../../widgets/page-tools.tsx'
import { SessionText } from '../../widgets/session-text.tsx'
import styles from './joining.module.css'
import type { KnownPerson } from './walk-in.ts'

/** Loaded when it is opened, to keep the first page of a phone small. */
const OtherPerson = deferPart(async () => (await import('./other-person.tsx')).OtherPerson)

type BackStepProps = { person: KnownPerson; onGoOn: () => void; onOther: () => void }

export const BackStep = ({ person, onGoOn, onOther }: BackStepProps) => {
  const { t } = useAskedText()
  const { short, entity, channel } = person.ticket
  const [isOther, setOther] = useState(false)
  usePageTitle(t('join.in'))
  const heading = useHeadingFocus()
  return (
    <PhoneFrame
      bodyClassName={styles.step}
      head={{ title: <SessionText of={short} />, tools: <PageTools bare /> }}
      foot={
        <>
          <PrimaryButton onPress={onGoOn}>{t('join.goOn')}</PrimaryButton>
          <Button look="quiet" aria-haspopup="dialog" disabled={isOther} onClick={() => setOther(true)}>
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
      {isOther ? <OtherPerson person={person} onClose={() => setOther(false)} onOther={onOther} /> : null}
    </PhoneFrame>
  )
}
