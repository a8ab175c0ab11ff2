import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { cleanSentence } from './send-sentence.ts'

type SentenceFormProps = { text: string; busy: boolean; onSave: (text: string) => void; onCancel: () => void }

export const SentenceForm = ({ text: first, busy, onSave, onCancel }: SentenceFormProps) => {
  const { t } = useText()
  const [text, setText] = useState(first)
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => field.current?.focus(), [])
  const clean = cleanSentence(text)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (clean !== null && !busy) onSave(clean)
  }
  return (
    <form onSubmit={save}>
      <TextArea ref={field} label={t('record.sentence.field')} rows={3} value={text} onChange={setText} />
      <div className="line">
        <Button size="small" type="submit" disabled={clean === null || busy}>
          {t('record.sentence.save')}
        </Button>
        <Button size="small" look="quiet" disabled={busy} onClick={onCancel}>
          {t('record.sentence.cancel')}
        </Button>
      </div>
    </form>
  )
}
