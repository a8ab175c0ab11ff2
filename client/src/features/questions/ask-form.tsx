/** Asking: counted as a reader counts; what was written stays until the session has it. */
import { meets } from '@rostrum/shared/contract/choices'
import { graphemes, isVisible } from '@rostrum/shared/kernel/text'
import { type FormEvent, useState } from 'react'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import styles from './questions.module.css'
import { Refusal } from './refusal.tsx'

const useAsking = () => {
  const send = useSend()
  const limit = useView(({ session }) => session.questionLength)
  const open = useView(({ session }) => meets(session.phase))
  const pending = usePending('questions.ask')
  const [text, setText] = useState('')
  const fits = isVisible(text) && graphemes(text, limit) <= limit
  const ask = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || pending) return
    const sent = text
    setText('')
    // Refused words come back, so that nothing has to be written twice.
    void send({ type: 'questions.ask', data: { text: sent } }).then((reply) => {
      if (!reply.ok) setText((now) => (now === '' ? sent : now))
    })
  }
  return { limit, open, pending, text, setText, fits, ask }
}

export const AskForm = () => {
  const { t } = useText()
  const { limit, open, pending, text, setText, fits, ask } = useAsking()
  if (!open) return null
  return (
    <form className={styles.ask} onSubmit={ask}>
      <TextArea
        label={t('questions.ask')}
        placeholder={t('questions.askPlaceholder')}
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
  const { limit, open, pending, text, setText, fits, ask } = useAsking()
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
        hint={used > limit * 0.8 ? t('questions.count', { n: used, limit }) : undefined}
      />
      <Button type="submit" disabled={!fits || pending !== undefined}>
        {t('questions.send')}
      </Button>
      <Refusal of={['questions.ask']} />
    </form>
  )
}
