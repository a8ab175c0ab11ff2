/** Asking: counted as a reader counts, and told before how one appears; what was written stays until the session has it. */
import { meets } from '@rostrum/shared/contract/enums'
import { graphemes, isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from '../questions.module.css'
import { Refusal } from '../refusal.tsx'
import { useReceipts } from './use-receipts.ts'

const useAsking = () => {
  const send = useSend()
  const { receipts } = useReceipts()
  const { length: limit, attribution } = useView(({ asking }) => asking)
  const open = useView(({ session }) => meets(session.phase))
  const pending = usePending('questions.ask')
  const [text, setText] = useState('')
  const fits = isVisible(text) && graphemes(text, limit) <= limit
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || pending) return
    const id = newCommandId()
    // Kept before it is sent: without it nobody could ever take the question back.
    const receipt = attribution === 'unattributed' ? receipts.add(id, text, Date.now()) : null
    setText('')
    // Refused words come back, so that nothing has to be written twice.
    void send({ type: 'questions.ask', data: { text, receipt } }, id).then((reply) => {
      if (!reply.ok) setText((now) => (now === '' ? text : now))
    })
  }
  return { limit, attribution, open, pending, text, setText, fits, ask }
}

export const AskForm = () => {
  const { t } = useText()
  const { limit, attribution, open, pending, text, setText, fits, ask } = useAsking()
  if (!open) return null
  return (
    <form className={styles.ask} onSubmit={ask}>
      <TextArea
        label={t('questions.ask')}
        placeholder={t('questions.askPlaceholder')}
        hint={t(`questions.appear.${attribution}`)}
        value={text}
        onChange={setText}
        count={{ limit, words: (n) => <span className="num">{t('questions.count', { n, limit })}</span> }}
      >
        <Button look="primary" type="submit" disabled={!fits || pending !== undefined}>
          {t('questions.send')}
        </Button>
      </TextArea>
      <Refusal of={['questions.ask']} />
    </form>
  )
}

/** One line, for a column beside other things; the count shows when it matters. */
export const AskLine = () => {
  const { t } = useText()
  const { limit, attribution, open, pending, text, setText, fits, ask } = useAsking()
  if (!open) return null
  const used = graphemes(text)
  return (
    <form className={styles.askLine} onSubmit={ask}>
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
      <Refusal of={['questions.ask']} />
    </form>
  )
}
