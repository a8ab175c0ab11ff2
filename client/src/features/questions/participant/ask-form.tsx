/** The form for a question. It counts graphemes and shows how the author will appear. The text stays until the session has stored it. */
import { isInSession } from '@rostrum/shared/contract/enums'
import { countGraphemes, isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import styles from '../questions.module.css'
import { useReceipts } from './use-receipts.ts'

const useAskQuestion = () => {
  const send = useSend('ask')
  const { receipts } = useReceipts()
  const { length: limit, attribution } = useView(({ questionRules }) => questionRules)
  const open = useView(({ session }) => isInSession(session.phase))
  const pending = usePending('questions.ask')
  const [text, setText] = useState('')
  const fits = isVisible(text) && countGraphemes(text, limit) <= limit
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || pending) return
    const id = newCommandId()
    // The receipt is stored before the question is sent: without it, nobody could ever withdraw the question.
    const receipt = attribution === 'unattributed' ? receipts.add(id, text, Date.now()) : null
    setText('')
    // A refused text comes back, so that it need not be typed again.
    void send({ type: 'questions.ask', data: { text, receipt } }, id).then((reply) => {
      if (!reply.ok) setText((now) => (now === '' ? text : now))
    })
  }
  return { limit, attribution, open, pending, text, setText, fits, submit }
}

export const AskForm = () => {
  const { t } = usePhoneText()
  const { limit, attribution, open, pending, text, setText, fits, submit } = useAskQuestion()
  if (!open) return null
  return (
    <form className={styles.ask} onSubmit={submit}>
      <TextArea
        label={t('questions.ask')}
        placeholder={t('questions.askPlaceholder')}
        hint={t(`questions.appear.${attribution}`)}
        value={text}
        onChange={setText}
        count={{ limit, format: (n) => t('questions.count', { n, limit }) }}
      >
        <Button look="primary" type="submit" disabled={!fits || pending !== undefined}>
          {t('questions.send')}
        </Button>
      </TextArea>
      <RefusalMessage area="ask" />
    </form>
  )
}

/** One row, for a column next to other content. The count appears near the limit. */
export const AskInline = () => {
  const { t } = usePhoneText()
  const { limit, attribution, open, pending, text, setText, fits, submit } = useAskQuestion()
  if (!open) return null
  const used = countGraphemes(text)
  return (
    <form className={styles.askLine} onSubmit={submit}>
      <TextField
        label={t('questions.ask')}
        hideLabel
        placeholder={t('questions.askShort')}
        value={text}
        onChange={setText}
        autoComplete="off"
        hint={used > limit * 0.8 ? t('questions.count', { n: used, limit }) : t(`questions.appear.${attribution}`)}
      />
      <Button type="submit" disabled={!fits || pending !== undefined}>
        {t('questions.send')}
      </Button>
      <RefusalMessage area="ask" />
    </form>
  )
}
