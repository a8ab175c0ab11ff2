/** Lines between those who share the booth. */
import { boothLengths, type PartnerLine } from '@rostrum/shared/protocol/booth'
import { type FormEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import { useRequest, useView } from '../../../session/hooks.tsx'
import { newCommandId } from '../../../session/outbox.ts'
import { formatTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { Card, CardHead } from '../../../ui/card.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { TextField } from '../../../ui/field.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { Written } from '../../../ui/written.tsx'
import { useBooth, useDevice } from '../use-booth.ts'
import styles from './partner.module.css'

/** So that earlier lines can be scrolled to with the keyboard. */
const tabStop = { tabIndex: 0 } as const
const noLines: readonly PartnerLine[] = []

export const PartnerCard = () => {
  const { t } = useText()
  const heading = useId()
  const lines = useBooth((view) => view.lines) ?? noLines
  const screens = useBooth((view) => view.screens)
  return (
    <Card className={styles.card} aria-labelledby={heading}>
      <CardHead id={heading} title={t('booth.partner')}>
        {screens === null ? null : (
          <Chip tone={screens > 1 ? 'good' : 'plain'}>{t(screens > 1 ? 'booth.partnerHere' : 'booth.partnerAway')}</Chip>
        )}
      </CardHead>
      <Lines lines={lines} labelledBy={heading} />
      <LineForm />
    </Card>
  )
}

const Lines = ({ lines, labelledBy }: { lines: readonly PartnerLine[]; labelledBy: string }) => {
  const { t } = useText()
  const device = useDevice()
  const zone = useView(({ session }) => session.timeZone)
  const box = useRef<HTMLDivElement>(null)
  useSpokenLine(lines, device)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new line moves the end
  useLayoutEffect(() => {
    if (box.current) box.current.scrollTop = box.current.scrollHeight
  }, [lines])
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
    </div>
  )
}

/** The newest line of the partner, once, and none of those that were there when the page opened. */
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

const LineForm = () => {
  const { t } = useText()
  const request = useRequest()
  const device = useDevice()
  const [text, setText] = useState('')
  // The same until the server has it, so that a lost answer does not make two lines.
  const [id, setId] = useState(newCommandId)
  const [state, setState] = useState<'ready' | 'sending' | 'refused'>('ready')
  const change = (next: string) => {
    setText(next)
    if (state !== 'refused') return
    setId(newCommandId())
    setState('ready')
  }
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const line = text.trim()
    if (line === '' || state === 'sending') return
    setState('sending')
    const result = await request('/api/booth/lines', 'POST', { id, device, text: line })
    setState(result.ok ? 'ready' : 'refused')
    if (!result.ok) return
    setId(newCommandId())
    setText((now) => (now.trim() === line ? '' : now))
  }
  return (
    <form className={styles.form} onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('booth.line')}
        hideLabel
        placeholder={t('booth.onlyPartner')}
        error={state === 'refused' ? t('booth.notDone') : undefined}
        value={text}
        onChange={change}
        maxLength={boothLengths.line}
        autoComplete="off"
      />
      <Button type="submit" disabled={text.trim() === ''}>
        {t(state === 'sending' ? 'app.sending' : 'booth.send')}
      </Button>
    </form>
  )
}
