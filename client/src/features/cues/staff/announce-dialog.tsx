/** Writes, addresses and previews an announcement. Nothing is sent before the last press. */

import { type Addressee, addressees } from '@rostrum/shared/contract/enums'
import { maxAnnouncementLength } from '@rostrum/shared/contract/lengths'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import { type FormEvent, useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { BannerLine } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { PendingText } from '../../../widgets/pending-text.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { TypedWordingFields, useTypedWording } from '../../../widgets/typed-wording.tsx'
import { ActiveAnnouncements } from './active-announcements.tsx'
import styles from './announcements.module.css'

export const AnnounceDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  return (
    <ModalDialog open title={t('announce.open')} onClose={onClose}>
      <AnnounceForm />
      <ActiveAnnouncements />
    </ModalDialog>
  )
}

const AnnounceForm = () => {
  const { t } = useText()
  const send = useSend('announcement')
  const pending = usePending('cues.announce')
  const [to, setTo] = useState<Addressee>('everyone')
  const typed = useTypedWording(maxAnnouncementLength)
  const { wording, texts } = typed
  const written = typed.languages.map((id) => texts[id] ?? '').filter(isVisible)
  const announce = (event: FormEvent) => {
    event.preventDefault()
    if (wording === null || pending) return
    void send({ type: 'cues.announce', data: { to, text: wording } }).then((reply) => {
      if (!reply.ok) return
      typed.clear(texts)
      screenReader.say(t('announce.sent'), 'announced')
    })
  }
  return (
    <form className={styles.form} onSubmit={announce}>
      <div className={styles.to}>
        <span id="announce-to">{t('announce.to')}</span>
        <ChoicePills
          labelledBy="announce-to"
          value={to}
          onChange={setTo}
          options={addressees.map((one) => ({ value: one, label: t(`announce.to.${one}`) }))}
        />
      </div>
      <TypedWordingFields label={t('announce.text')} typed={typed} />
      <div className={styles.preview}>
        <h3>{t('announce.preview')}</h3>
        {written.length === 0 ? <p className="muted">{t('announce.previewEmpty')}</p> : null}
        {written.map((text) => (
          <BannerLine key={text} text={text.trim()} />
        ))}
      </div>
      <RefusalMessage area="announcement" />
      <Button look="primary" type="submit" disabled={wording === null || pending !== undefined}>
        {pending ? <PendingText pending={pending} /> : t('announce.send')}
      </Button>
    </form>
  )
}
