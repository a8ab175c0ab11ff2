/** The field of a statement. It counts words as the session counts them. */

import { joinTexts } from '@rostrum/shared/kernel/text'
import { type ClipboardEvent, type FormEvent, useLayoutEffect, useRef } from 'react'
import { useAskedText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { AskedButton } from '../../../widgets/asked-button.tsx'
import { cleanPastedText } from './clean-paste.ts'
import { measureStatement } from './measure.ts'
import styles from './statement.module.css'
import type { StatementEditor } from './use-statement.ts'

type StatementFormProps = {
  writing: StatementEditor
  /** In words. */
  limit: number
  /** True if there is a filed statement that this text would replace. */
  isReplacement: boolean
  /** True if there is nothing to go back to, so that there is no cancel button. */
  isRequired: boolean
}

export const StatementForm = ({ writing, limit, isReplacement, isRequired }: StatementFormProps) => {
  const { t } = useAskedText()
  const text = writing.draft?.text ?? ''
  const { words: wordCount, reason, excess } = measureStatement(text, limit)
  const onPaste = useCleanPaste(writing.write)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    writing.submit()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextArea
        label={t('statements.text')}
        hint={writing.isOwnText ? joinTexts([t('statements.ownText'), t('statements.goes')]) : t('statements.goes')}
        rows={7}
        value={text}
        onChange={writing.write}
        onPaste={onPaste}
        error={
          reason === 'words' || reason === 'letters'
            ? t(`statements.tooMany.${reason}`, { n: excess })
            : reason === 'refused'
              ? t('refusal.text-refused')
              : undefined
        }
      />
      <div className={styles.foot}>
        <span className={reason === 'words' ? styles.over : 'muted'}>{t('statements.count', { n: wordCount, limit })}</span>
        <span className={styles.acts}>
          {isRequired ? null : (
            <Button look="quiet" onClick={writing.discard}>
              {t(isReplacement ? 'statements.keepFiled' : 'app.cancel')}
            </Button>
          )}
          <Button look="primary" type="submit" disabled={reason !== null}>
            {t(isReplacement ? 'statements.fileAgain' : 'statements.file')}
          </Button>
        </span>
      </div>
      {isRequired && text !== '' ? (
        <AskedButton
          look="quiet"
          question={t('me.textRemoveAsk')}
          act={t('me.textRemove')}
          keep={t('me.textKeep')}
          onAct={() => writing.write('')}
        >
          {t('me.textRemove')}
        </AskedButton>
      ) : null}
    </form>
  )
}

/** Replaces the browser's paste only if there is something to clean. Otherwise the browser pastes, so that its undo works. */
const useCleanPaste = (write: (text: string) => void) => {
  const caret = useRef<{ readonly field: HTMLTextAreaElement; readonly at: number } | null>(null)
  useLayoutEffect(() => {
    const put = caret.current
    if (!put) return
    caret.current = null
    put.field.setSelectionRange(put.at, put.at)
  })
  return (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const pastedText = event.clipboardData.getData('text/plain')
    const clean = cleanPastedText(pastedText)
    if (clean === pastedText) return
    event.preventDefault()
    const field = event.currentTarget
    const { value, selectionStart, selectionEnd } = field
    caret.current = { field, at: selectionStart + clean.length }
    write(`${value.slice(0, selectionStart)}${clean}${value.slice(selectionEnd)}`)
  }
}
