/** Lines between the interpreters who share the booth. */
import { boothLengths, type PartnerLine } from '@rostrum/shared/protocol/booth'
import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useConnectionStatus, useView } from '../../../session/hooks.tsx'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { emptyClock } from '../../../ui/clock.tsx'
import { TextField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Written } from '../../../ui/written.tsx'
import { useBooth, useDevice } from '../use-booth.ts'
import styles from './partner.module.css'
import { type UnsentLine, useWaitingLines } from './use-waiting-lines.ts'

/** Lets the keyboard scroll to earlier lines. */
const tabStop = { tabIndex: 0 } as const
const noLines: readonly PartnerLine[] = []

export const PartnerCard = () => {
  const { t } = useText()
  const heading = useId()
  const lines = useBooth((view) => view.lines) ?? noLines
  const screens = useBooth((view) => view.screens)
  const isLive = useConnectionStatus().kind === 'live'
  const [refused, setRefused] = useState<string | null>(null)
  const { waiting, write } = useWaitingLines(setRefused)
  return (
    <Card className={styles.card} aria-labelledby={heading}>
      <CardHead id={heading} title={t('booth.partner')}>
        {screens === null || !isLive ? null : (
          <Chip tone={screens > 1 ? 'good' : 'plain'}>{t(screens > 1 ? 'booth.partnerHere' : 'booth.partnerAway')}</Chip>
        )}
      </CardHead>
      <Lines lines={lines} waiting={waiting} labelledBy={heading} />
      <LineForm refused={refused} onChange={() => setRefused(null)} onWrite={write} />
    </Card>
  )
}

type LinesProps = { lines: readonly PartnerLine[]; waiting: readonly UnsentLine[]; labelledBy: string }

const Lines = ({ lines, waiting, labelledBy }: LinesProps) => {
  const { t } = useText()
  const device = useDevice()
  const zone = useView(({ session }) => session.timeZone)
  const box = useRef<HTMLDivElement>(null)
  // The server has the line, and its answer is on the way.
  const unsent = waiting.filter(({ id }) => !lines.some((line) => line.id === id))
  useSpokenLine(lines, device)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line moves the end
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [lines, unsent.length])
  return (
    <div ref={box} className={styles.lines} role="log" aria-live="off" aria-labelledby={labelledBy} {...tabStop}>
      {lines.map(({ id, device: from, text, at }) => (
        <p key={id} className={styles.line}>
          <span className={styles.at}>{formatTime(at, zone)}</span>
          <span>
            <b>{t(from === device ? 'booth.you' : 'booth.theirs')}</b> <Written as="bdi">{text}</Written>
          </span>
        </p>
      ))}
      {unsent.map(({ id, text }) => (
        <p key={id} className={styles.line}>
          <span className={styles.at}>{emptyClock}</span>
          <span>
            <b>{t('booth.you')}</b> <Written as="bdi">{text}</Written> <Chip tone="warn">{t('app.waiting')}</Chip>
          </span>
        </p>
      ))}
    </div>
  )
}

/** Announces the newest line of the partner once, but no line that was there when the page opened. */
const useSpokenLine = (lines: readonly PartnerLine[], device: string): void => {
  const { t } = useText()
  const theirs = lines.filter((line) => line.device !== device).at(-1)
  const said = useRef(theirs?.id)
  useEffect(() => {
    if (theirs === undefined || said.current === theirs.id) return
    said.current = theirs.id
    screenReader.say(t('booth.sayLine', { text: theirs.text }), 'line')
  }, [theirs, t])
}

type LineFormProps = {
  /** A line that the server does not accept. It is back in the field. */
  refused: string | null
  onChange: () => void
  onWrite: (text: string) => void
}

const LineForm = ({ refused, onChange, onWrite }: LineFormProps) => {
  const { t } = useText()
  const [text, setText] = useState('')
  const [before, setBefore] = useState(refused)
  if (before !== refused) {
    setBefore(refused)
    if (refused !== null && text === '') setText(refused)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line === '') return
    onWrite(line)
    onChange()
    setText('')
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField
        label={t('booth.line')}
        hideLabel
        placeholder={t('booth.onlyPartner')}
        error={refused === null ? undefined : t('booth.notDone')}
        value={text}
        onChange={(next) => {
          onChange()
          setText(next)
        }}
        maxLength={boothLengths.line}
        autoComplete="off"
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t('booth.send')}
      </Button>
    </form>
  )
}
