/** One line for the interpreters; optional, and it may follow the request. */

import { graphemes } from '@rostrum/shared/kernel/text'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { type FormEvent, useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import styles from '../my-floor.module.css'

const most = 140

export const TopicNote = ({ entry: { id, topic } }: { entry: MyEntry }) => {
  const { t } = useText()
  const send = useSend()
  const busy = usePending('queue.note') !== undefined
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <Button block icon="note" onClick={() => setText(topic ?? '')}>
        {topic === null ? t('me.addNote') : t('me.note', { topic })}
      </Button>
    )
  }
  const tooLong = graphemes(text, most) > most
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (tooLong || busy) return
    const kept = text.trim()
    void send({ type: 'queue.note', data: { entry: id, topic: kept === '' ? null : kept } }).then((reply) => {
      if (reply.ok) setText(null)
    })
  }
  return (
    <form className={styles.topic} onSubmit={save}>
      <TextField
        label={t('me.topic')}
        value={text}
        onChange={setText}
        error={tooLong ? t('refusal.text-too-long') : undefined}
        autoComplete="off"
        autoFocus
      />
      <div className="pair">
        <Button onClick={() => setText(null)}>{t('app.cancel')}</Button>
        <Button type="submit" disabled={tooLong || busy}>
          {t('me.topicSave')}
        </Button>
      </div>
    </form>
  )
}
