/** The field of a statement, with its words counted as the session counts them. */
import { type ClipboardEvent, type FormEvent, useLayoutEffect, useRef } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { pasted } from './clean-paste.ts'
import { measured } from './measure.ts'
import styles from './statement.module.css'
import type { Writing } from './use-statement.ts'

type FormProps = {
  writing: Writing
  /** The most words. */
  limit: number
  /** Something stands filed, which this would replace. */
  again: boolean
  /** Without a way back: nothing is folded behind it. */
  stays: boolean
}

export const StatementForm = ({ writing, limit, again, stays }: FormProps) => {
  const { t } = useText()
  const text = writing.draft?.text ?? ''
  const { words, why, over } = measured(text, limit)
  const onPaste = useCleanPaste(writing.write)
  const file = (event: FormEvent) => {
    event.preventDefault()
    writing.file()
  }
  return (
    <form className={styles.form} onSubmit={file}>
      <TextArea
        label={t('statements.text')}
        hint={t('statements.goes')}
        rows={7}
        value={text}
        onChange={writing.write}
        onPaste={onPaste}
        error={
          why === 'words' || why === 'bytes'
            ? t(`statements.tooMany.${why}`, { n: over })
            : why === 'refused'
              ? t('refusal.text-refused')
              : undefined
        }
      />
      <div className={styles.foot}>
        <span className={why === 'words' ? styles.over : 'muted'}>{t('statements.count', { n: words, limit })}</span>
        <span className={styles.acts}>
          {stays ? null : (
            <Button look="quiet" onClick={writing.discard}>
              {t(again ? 'statements.keepFiled' : 'app.cancel')}
            </Button>
          )}
          <Button look="primary" type="submit" disabled={why !== null}>
            {t(again ? 'statements.fileAgain' : 'statements.file')}
          </Button>
        </span>
      </div>
    </form>
  )
}

/** Only where there is something to take out; all else is the browser's, with its way back. */
const useCleanPaste = (write: (text: string) => void) => {
  const caret = useRef<{ readonly field: HTMLTextAreaElement; readonly at: number } | null>(null)
  useLayoutEffect(() => {
    const put = caret.current
    if (!put) return
    caret.current = null
    put.field.setSelectionRange(put.at, put.at)
  })
  return (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const given = event.clipboardData.getData('text/plain')
    const clean = pasted(given)
    if (clean === given) return
    event.preventDefault()
    const field = event.currentTarget
    const { value, selectionStart, selectionEnd } = field
    caret.current = { field, at: selectionStart + clean.length }
    write(`${value.slice(0, selectionStart)}${clean}${value.slice(selectionEnd)}`)
  }
}
