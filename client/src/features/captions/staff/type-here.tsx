/** Typing captions if no captioner does: Enter sends the line, Up takes the last one back to correct it. */
import { isFromFile, readLineId } from '@rostrum/shared/protocol/caption-line-id'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { LastLines } from '../reading/caption-lines.tsx'
import { useCaptionLines } from '../use-captions.ts'
import { correctLine, type NumberedLine, sendNewLine } from './send-line.ts'
import styles from './workplace.module.css'

export const TypeHere = ({ language, address }: { language: string; address: string }) => {
  const { t } = useText()
  const lines = useCaptionLines(language)
  const [text, setText] = useState('')
  const [corrects, setCorrects] = useState<string | null>(null)
  const [refused, setRefused] = useState(false)
  const [busy, setBusy] = useState(false)
  const key = new URL(address).searchParams.get('key') ?? ''
  const lastNew = useRef<NumberedLine | null>(null)
  const sendNew = async (line: string) => {
    const numbered = await sendNewLine(key, line, lastNew.current)
    lastNew.current = numbered ?? lastNew.current
    return numbered?.isSent ?? false
  }
  const send = async () => {
    const line = text.trim()
    if (line === '' || busy) return
    setBusy(true)
    const isSent = await (corrects === null ? sendNew(line) : correctLine(key, line, readLineId(corrects).seq))
    setBusy(false)
    setRefused(!isSent)
    if (!isSent) return
    setText('')
    setCorrects(null)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.nativeEvent.isComposing) return
    const last = lines.findLast(({ id }) => !isFromFile(id))
    if (event.key === 'Enter') void send()
    else if (event.key === 'ArrowUp' && text === '' && last) {
      setCorrects(last.id)
      setText(last.text)
    } else if (event.key === 'Escape' && corrects !== null) {
      setCorrects(null)
      setText('')
    } else return
    event.preventDefault()
  }
  return (
    <div className={styles.type}>
      <div className={styles.typed} lang={language}>
        <LastLines lines={lines} />
      </div>
      <TextArea
        label={t(corrects === null ? 'captions.line' : 'captions.correction')}
        hint={t('captions.keys')}
        error={refused ? t('captions.notSent') : undefined}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
        rows={2}
        lang={language}
      />
      <Button look="primary" disabled={busy || text.trim() === ''} onClick={() => void send()}>
        {t('captions.sendLine')}
      </Button>
    </div>
  )
}
