/** Saying something to everybody, or to some: chosen, written and previewed here; nothing of it leaves before it is sent. */
import { type Addressee, addressees } from '@rostrum/shared/contract/enums'
import { graphemes, isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useState } from 'react'
import { usePending, useRefusal, useSend } from '../../../session/hooks.tsx'
import { refusalWords } from '../../../text/refusal-text.ts'
import { useText } from '../../../text/use-text.tsx'
import { BannerLine } from '../../../ui/banner.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoicePills } from '../../../ui/choice-pills.tsx'
import { ModalDialog } from '../../../ui/modal-dialog.tsx'
import { Refusal } from '../../../ui/refusal-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { StandingNotices } from './active-announcements.tsx'
import styles from './announcements.module.css'

const longest = 280

export const AnnounceDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useText()
  return (
    <ModalDialog open title={t('announce.open')} onClose={onClose}>
      <AnnounceForm />
      <StandingNotices />
    </ModalDialog>
  )
}

const AnnounceForm = () => {
  const { t } = useText()
  const send = useSend()
  const pending = usePending('cues.announce')
  const refused = refusalWords(t, useRefusal(['cues.announce', 'cues.take-down']))
  const [to, choose] = useState<Addressee>('everyone')
  const [text, write] = useState('')
  const written = isVisible(text)
  const fits = written && graphemes(text, longest) <= longest
  const announce = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || pending) return
    void send({ type: 'cues.announce', data: { to, text } }).then((reply) => {
      if (!reply.ok) return
      write((now) => (now === text ? '' : now))
      announcements.say(t('announce.sent'), 'announced')
    })
  }
  return (
    <form className={styles.form} onSubmit={announce}>
      <div className={styles.to}>
        <span id="announce-to">{t('announce.to')}</span>
        <ChoicePills
          labelledBy="announce-to"
          value={to}
          onChange={choose}
          options={addressees.map((one) => ({ value: one, label: t(`announce.to.${one}`) }))}
        />
      </div>
      <TextArea
        label={t('announce.text')}
        rows={3}
        value={text}
        onChange={write}
        count={{ limit: longest, words: (n) => <span className="num">{t('questions.count', { n, limit: longest })}</span> }}
      />
      <div className={styles.preview}>
        <h3>{t('announce.preview')}</h3>
        {written ? <BannerLine text={text.trim()} /> : <p className="muted">{t('announce.previewEmpty')}</p>}
      </div>
      <Refusal words={refused} />
      <Button look="primary" type="submit" disabled={!fits || pending !== undefined}>
        {pending ? t(pending.standing === 'waiting' ? 'app.waiting' : 'app.sending') : t('announce.send')}
      </Button>
    </form>
  )
}
