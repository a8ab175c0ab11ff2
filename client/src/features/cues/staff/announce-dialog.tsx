/** Writes, addresses and previews an announcement. Nothing is sent before the last press. */
import { type Addressee, addressees } from '@rostrum/shared/contract/enums'
import { countGraphemes, isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { BannerLine } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { PendingText } from '../../../widgets/pending-text.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { ActiveAnnouncements } from './active-announcements.tsx'
import styles from './announcements.module.css'

const maxAnnouncementLength = 280

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
  const [text, setText] = useState('')
  const hasText = isVisible(text)
  const fits = hasText && countGraphemes(text, maxAnnouncementLength) <= maxAnnouncementLength
  const announce = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || pending) return
    void send({ type: 'cues.announce', data: { to, text } }).then((reply) => {
      if (!reply.ok) return
      setText((now) => (now === text ? '' : now))
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
      <TextArea
        label={t('announce.text')}
        rows={3}
        value={text}
        onChange={setText}
        count={{
          limit: maxAnnouncementLength,
          format: (n) => t('questions.count', { n, limit: maxAnnouncementLength }),
        }}
      />
      <div className={styles.preview}>
        <h3>{t('announce.preview')}</h3>
        {hasText ? <BannerLine text={text.trim()} /> : <p className="muted">{t('announce.previewEmpty')}</p>}
      </div>
      <RefusalMessage area="announcement" />
      <Button look="primary" type="submit" disabled={!fits || pending !== undefined}>
        {pending ? <PendingText pending={pending} /> : t('announce.send')}
      </Button>
    </form>
  )
}
