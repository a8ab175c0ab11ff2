/** Writing my own text before I speak, and reading it while I do. Nobody else gets it unless I hand it in. */
import type { TurnId } from '@rostrum/shared/contract/ids'
import { countWords } from '@rostrum/shared/kernel/text'
import { useLayoutEffect, useRef, useState } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { formatSpeakingTime } from '../../../text/speaking-time.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Written } from '../../../ui/written.tsx'
import { deferPart } from '../../../widgets/load-when-asked.tsx'
import { useOwnText } from '../../../widgets/own-text.ts'
import styles from './own-text.module.css'
import { interpretationPace } from './use-own-text.ts'

/** How long it takes to read, in tens of seconds, in milliseconds. */
const estimateReading = (words: number): number => Math.ceil((words / interpretationPace) * 6) * 10_000

/** Lets the keyboard scroll the text. */
const tabStop = { tabIndex: 0 } as const

/** Loaded when it is opened, to keep the first page of a phone small. */
const OwnTextDialog = deferPart(async () => (await import('./own-text-dialog.tsx')).OwnTextDialog)

export const OwnTextButton = () => {
  const { t } = usePhoneText()
  const [text, write] = useOwnText()
  const [isOpen, open] = useState(false)
  const n = countWords(text)
  return (
    <>
      <Button block icon="note" aria-haspopup="dialog" onClick={() => open(true)}>
        {text === ''
          ? t('me.text')
          : t('me.textOf', { words: t('statements.stands', { n }), time: formatSpeakingTime(t, estimateReading(n)) })}
      </Button>
      {isOpen ? <OwnTextDialog text={text} onWrite={write} onClose={() => open(false)} /> : null}
    </>
  )
}

/** How far the text of each turn has been read. The box goes away for a point of order, for captions, and by a press. */
const places = new Map<TurnId | null, number>()

/** The text to read, in a box that scrolls, and begins where its reader was in this turn. Shows nothing if none was written. */
export const OwnText = ({ className }: { className?: string | undefined }) => {
  const { t } = usePhoneText()
  const [text] = useOwnText()
  const turn = useView(({ myFloor }) => myFloor.turn)
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = places.get(turn) ?? 0
  }, [turn])
  if (text === '') return null
  return (
    <section
      ref={box}
      className={className ?? styles.page}
      aria-label={t('me.text')}
      onScroll={({ currentTarget }) => places.set(turn, currentTarget.scrollTop)}
      {...tabStop}
    >
      <Written className={styles.words}>{text}</Written>
    </section>
  )
}
