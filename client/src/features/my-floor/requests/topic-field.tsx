/** One line for the interpreters. It is optional and can be added after the request. */

import { maxTopicLength } from '@rostrum/shared/contract/lengths'
import { countGraphemes } from '@rostrum/shared/kernel/text'
import type { MyEntry } from '@rostrum/shared/projection/queue/mine'
import { type FormEvent, useState } from 'react'
import { usePending, useSend } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextField } from '../../../ui/field.tsx'
import { useAsking } from '../../../widgets/use-asking.ts'

export const TopicField = ({ entry: { id, topic } }: { entry: MyEntry }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const busy = usePending('queue.set-topic') !== undefined
  const [text, setText] = useState('')
  const { asking, ask, keep, place } = useAsking()
  if (!asking)
    return (
      <div ref={place}>
        <Button
          block
          icon="note"
          data-asking
          onClick={() => {
            setText(topic ?? '')
            ask()
          }}
        >
          {topic === null ? t('me.addNote') : t('me.note', { topic })}
        </Button>
      </div>
    )
  const tooLong = countGraphemes(text, maxTopicLength) > maxTopicLength
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (tooLong || busy) return
    const trimmed = text.trim()
    void send({ type: 'queue.set-topic', data: { entry: id, topic: trimmed === '' ? null : trimmed } }).then((reply) => {
      if (reply.ok) keep()
    })
  }
  return (
    <div ref={place}>
      <form className="rows" onSubmit={save}>
        <TextField
          label={t('me.topic')}
          value={text}
          onChange={setText}
          error={tooLong ? t('refusal.text-too-long') : undefined}
          autoComplete="off"
          data-asking
        />
        <div className="pair">
          <Button onClick={keep}>{t('app.cancel')}</Button>
          <Button type="submit" disabled={tooLong || busy}>
            {t('me.topicSave')}
          </Button>
        </div>
      </form>
    </div>
  )
}
