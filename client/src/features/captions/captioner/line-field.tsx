/** The field in which a captioner types. Enter sends the line, Up takes the last one back to correct it, Esc returns to typing. */
import type { KeyboardEvent, RefObject } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from './captioner.module.css'
import type { Typing } from './use-typing.ts'

type LineFieldProps = {
  language: string
  next: number
  refusal: string | undefined
  typing: Typing
  onCorrectLast: () => void
  field: RefObject<HTMLTextAreaElement | null>
}

export const LineField = ({ language, next, refusal, typing, onCorrectLast, field }: LineFieldProps) => {
  const { t } = useText()
  const { text, correction, change, send, goBack } = typing
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') send()
    else if (event.key === 'ArrowUp' && text === '') onCorrectLast()
    else if (event.key === 'Escape' && correction !== null) goBack()
    else return
    event.preventDefault()
  }
  return (
    <div className={styles.typing}>
      <TextArea
        ref={field}
        label={correction === null ? t('captioner.line', { n: next }) : t('captioner.correcting', { n: correction })}
        error={refusal}
        value={text}
        onChange={change}
        onKeyDown={onKeyDown}
        lang={language}
      />
      <div className={styles.foot}>
        <small className="muted">{t('captions.keys')}</small>
        <Button look="primary" disabled={text.trim() === ''} onClick={send}>
          {t('captions.sendLine')}
        </Button>
      </div>
    </div>
  )
}
