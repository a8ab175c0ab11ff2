/** One line for the interpreters. It is optional and can be added after the request. */

import { countGraphemes } from '@rostrum/shared/kernel/text'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { type FormEvent, useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'

const maxTopicLength = 140

export const TopicField = ({ entry: { id, topic } }: { entry: MyEntry }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const busy = usePending('queue.set-topic') !== undefined
  const [text, setText] = useState<string | null>(null)
  if (text === null) {
    return (
      <Button block icon="note" onClick={() => setText(topic ?? '')}>
        {topic === null ? t('me.addNote') : t('me.note', { topic })}
      </Button>
    )
  }
  const tooLong = countGraphemes(text, maxTopicLength) > maxTopicLength
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (tooLong || busy) return
    const trimmed = text.trim()
    void send({ type: 'queue.set-topic', data: { entry: id, topic: trimmed === '' ? null : trimmed } }).then((reply) => {
      if (reply.ok) setText(null)
    })
  }
  return (
    <form className="rows" onSubmit={save}>
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
