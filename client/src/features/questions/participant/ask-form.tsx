/** The form for a question. It counts graphemes and shows how the author will appear. A call, another tab or a reload does not lose the text. */
import { attributionRules, isInSession } from '@rostrum/shared/contract/enums'
import { countGraphemes, joinTexts } from '@rostrum/shared/kernel/text'
import { isVisible } from '@rostrum/shared/kernel/visible-text'
import type { FormEvent } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { TextArea } from '../../../ui/text-area.tsx'
import { RefusalMessage } from '../../../widgets/refusal-message.tsx'
import { useDeviceDraft } from '../../../widgets/use-device-draft.ts'
import styles from '../questions.module.css'
import { useReceipts } from './use-receipts.ts'

const parseText = (stored: unknown): string | null => (typeof stored === 'string' ? stored : null)

const useAskQuestion = () => {
  const { t } = useAskedText()
  const send = useSend('ask')
  const { receipts } = useReceipts()
  const { length: limit, attribution, moderated } = useView(({ questionRules }) => questionRules)
  const open = useView(({ session }) => isInSession(session.phase))
  const pending = usePending('questions.ask')
  const [text, change] = useDeviceDraft('question', '', parseText)
  const setText = (next: string) => change(() => next)
  const fits = isVisible(text) && countGraphemes(text, limit) <= limit
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!fits || pending) return
    const id = newCommandId()
    // The receipt is stored before the question is sent: without it, nobody could ever withdraw the question.
    const receipt = attributionRules[attribution].isRecorded ? null : receipts.add(id, text, Date.now())
    setText('')
    // A refused text comes back, so that it need not be typed again.
    void send({ type: 'questions.ask', data: { text, receipt } }, id).then((reply) => {
      if (reply.ok) screenReader.say(t('say.questionSent'), 'asked')
      else change((now) => (now === '' ? text : now))
    })
  }
  /** The fate of the question, and the people to whom its author is known. */
  const rules = joinTexts([...(moderated ? [t('questions.moderated')] : []), t(`questions.appear.${attribution}`)])
  return { limit, rules, open, pending, text, setText, fits, submit }
}

export const AskForm = () => {
  const { t } = useAskedText()
  const { limit, rules, open, pending, text, setText, fits, submit } = useAskQuestion()
  if (!open) return null
  return (
    <form className={styles.ask} onSubmit={submit}>
      <TextArea
        label={t('questions.ask')}
        placeholder={t('questions.askPlaceholder')}
        hint={rules}
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

/** One row that grows with its text, for a column next to other content. The count appears near the limit. */
export const AskInline = () => {
  const { t } = useAskedText()
  const { limit, rules, open, pending, text, setText, fits, submit } = useAskQuestion()
  if (!open) return null
  const used = countGraphemes(text)
  return (
    <form className={styles.askLine} onSubmit={submit}>
      <TextArea
        label={t('questions.ask')}
        hideLabel
        placeholder={t('questions.askShort')}
        value={text}
        onChange={setText}
        hint={used > limit * 0.8 ? t('questions.count', { n: used, limit }) : rules}
      />
      <Button type="submit" disabled={!fits || pending !== undefined}>
        {t('questions.send')}
      </Button>
      <RefusalMessage area="ask" />
    </form>
  )
}
