/** Writing my own text before I speak, and reading it while I do. Nobody else gets it unless I hand it in. */
import { countWords } from '@rostrum/shared/kernel/text'
import { lazy, Suspense, useState } from 'react'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Written } from '../../../ui/written.tsx'
import { loadWhenAsked } from '../../../widgets/load-when-asked.ts'
import styles from './own-text.module.css'
import { useOwnText } from './use-own-text.ts'

/** Lets the keyboard scroll the text. */
const tabStop = { tabIndex: 0 } as const

/** Loaded when it is opened, to keep the first page of a phone small. */
const OwnTextDialog = lazy(async () => ({
  default: await loadWhenAsked(async () => (await import('./own-text-dialog.tsx')).OwnTextDialog),
}))

export const OwnTextButton = () => {
  const { t } = usePhoneText()
  const [text, write] = useOwnText()
  const [isOpen, open] = useState(false)
  return (
    <>
      <Button block icon="note" aria-haspopup="dialog" onClick={() => open(true)}>
        {text === '' ? t('me.text') : t('me.textOf', { words: t('statements.stands', { n: countWords(text) }) })}
      </Button>
      {isOpen ? (
        <Suspense fallback={null}>
          <OwnTextDialog text={text} onWrite={write} onClose={() => open(false)} />
        </Suspense>
      ) : null}
    </>
  )
}

/** The text to read, in a box that scrolls. Shows nothing if none was written. */
export const OwnText = ({ className }: { className?: string | undefined }) => {
  const { t } = usePhoneText()
  const [text] = useOwnText()
  if (text === '') return null
  return (
    <section className={className ?? styles.page} aria-label={t('me.text')} {...tabStop}>
      <Written className={styles.words}>{text}</Written>
    </section>
  )
}
