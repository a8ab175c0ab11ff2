/** Writing my own text before I speak, and reading it while I do. Nobody else gets it, but for interpreters, if I hand it in. */
import { countWords } from '@rostrum/shared/kernel/text'
import { lazy, Suspense, useState } from 'react'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { NativeDialog } from '../../../ui/native-dialog.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { Written } from '../../../ui/written.tsx'
import { loadWhenAsked } from '../../../widgets/load-when-asked.ts'
import { useMyLimit } from '../calling-order.ts'
import styles from './own-text.module.css'
import { useOwnText } from './use-own-text.ts'

/** Words a minute that interpreters can follow. */
export const interpretationPace = 120
/** So that the text can be scrolled with the keyboard. */
const tabStop = { tabIndex: 0 } as const
/** As much as an hour of speaking. */
const maxTextLength = 60_000

/** Loaded when the dialog is opened: the first page of a phone is small. */
const HandIn = lazy(async () => ({ default: await loadWhenAsked(async () => (await import('./hand-in/hand-in.tsx')).HandIn) }))

export const OwnTextButton = () => {
  const { t } = useText()
  const [text, write] = useOwnText()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button block icon="note" aria-haspopup="dialog" onClick={() => open(true)}>
        {text === '' ? t('me.text') : t('me.textOf', { words: t('statements.stands', { n: countWords(text) }) })}
      </Button>
      {isOpen ? <OwnTextDialog text={text} onWrite={write} onClose={() => open(false)} /> : null}
    </>
  )
}

type OwnTextDialogProps = { text: string; onWrite: (text: string) => void; onClose: () => void }

const OwnTextDialog = ({ text, onWrite, onClose }: OwnTextDialogProps) => {
  const { t } = useText()
  const limit = useMyLimit(null)
  const n = Math.round((limit / 60_000) * interpretationPace)
  const words = t('statements.stands', { n: countWords(text) })
  return (
    <NativeDialog title={t('me.text')} onClose={onClose}>
      <TextArea label={t('me.text')} hideLabel hint={t('me.textHelp')} rows={8} maxLength={maxTextLength} value={text} onChange={onWrite} />
      <p>{t('me.textWords', { words, limit: formatSpeakingTime(t, limit), n })}</p>
      <Suspense fallback={null}>
        <HandIn text={text} />
      </Suspense>
      <div className={styles.acts}>
        <Button onClick={onClose}>{t('app.close')}</Button>
        {text === '' ? null : (
          <Button look="quiet" onClick={() => onWrite('')}>
            {t('me.textRemove')}
          </Button>
        )}
      </div>
    </NativeDialog>
  )
}

/** The text to read, in a box that scrolls. Nothing where none was written. */
export const OwnText = ({ className }: { className?: string | undefined }) => {
  const { t } = useText()
  const [text] = useOwnText()
  if (text === '') return null
  return (
    <section className={className ?? styles.page} aria-label={t('me.text')} {...tabStop}>
      <Written className={styles.words}>{text}</Written>
    </section>
  )
}
