/** What interpreters ask of the speaker: two buttons, and under each who has seen it. */
import { boothCueKinds } from '@rostrum/shared/contract/enums'
import type { BoothCueView } from '@rostrum/shared/projection/floor/parts'
import { useEffect, useRef } from 'react'
import { useConnectionStatus, useNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
import { formatLanguageName } from '../../../text/language-name.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatExactTime } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { BoothIcon } from '../../../ui/booth-icon.tsx'
import { Button } from '../../../ui/button.tsx'
import { classNames } from '../../../ui/class-names.ts'
import { Icon } from '../../../ui/icon.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'
import { getCueStatus, isRepeated } from '../cue-status.ts'
import styles from './booth-cues.module.css'

type BoothCueKind = (typeof boothCueKinds)[number]
const receipts = { asked: 'booth.sent', arrived: 'booth.shown', seen: 'booth.seen' } as const

/** `isFast`: the speaker is too fast to follow, so that "Slower" is the next act. */
export const BoothCues = ({ isFast }: { isFast: boolean }) => {
  const { t, language } = useText()
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  const asked = useView(({ floor }) => floor.current?.asked ?? null)
  const own = useView(({ me }) => me.booth)
  const zone = useView(({ session }) => session.timeZone)
  const isOpen = useView(({ session }) => session.phase === 'open')
  const isLive = useConnectionStatus().kind === 'live'
  const pending = usePending('cues.ask')
  const now = useNow(1000)
  const send = useSend('controls')
  const isOwn = asked !== null && asked.booth === own
  const receipt = asked !== null && isOwn ? formatReceipt(t, asked, zone) : null
  useSpokenReceipt(asked !== null && isOwn ? `${asked.id} ${getCueStatus(asked)}` : null, receipt)
  const isSending = (kind: BoothCueKind) => pending?.envelope.type === 'cues.ask' && pending.envelope.data.cue === kind
  const ask = (kind: BoothCueKind) => {
    if (turn === null || pending) return
    if (receipt !== null && asked !== null && asked.kind === kind && isRepeated(asked, now)) screenReader.say(receipt, 'receipt')
    else void send({ type: 'cues.ask', data: { turn, cue: kind } })
  }
  const say = (kind: BoothCueKind): string | null => {
    if (isSending(kind)) return t('app.sending')
    if (asked?.kind === kind) return receipt ?? t('booth.askedBy', { language: formatLanguageName(language.id, asked.booth ?? '') })
    return receipt === null ? null : t('booth.chairSees')
  }
  return (
    <section aria-label={t('booth.cues')} className={styles.cues}>
      {boothCueKinds.map((kind) => (
        <Button
          key={kind}
          className={styles.cue}
          look={kind === 'slower' && isFast ? 'primary' : 'plain'}
          disabled={turn === null || !isOpen || !isLive}
          aria-describedby={`receipt-${kind}`}
          onClick={() => ask(kind)}
        >
          {kind === 'slower' ? <BoothIcon name="slower" /> : <Icon name="mic" />}
          {t(`booth.ask.${kind}`)}
        </Button>
      ))}
      {boothCueKinds.map((kind) => {
        const isSeen = isOwn && asked.kind === kind && getCueStatus(asked) === 'seen'
        return (
          <p key={kind} id={`receipt-${kind}`} className={classNames(styles.receipt, isSeen && styles.seen)}>
            {isSeen ? <Icon name="check" /> : null}
            <span>{say(kind)}</span>
          </p>
        )
      })}
    </section>
  )
}

/** "Slower: seen by the speaker, 12:08:52". The time is that of the last thing that happened. */
const formatReceipt = (t: Translate, cue: BoothCueView, zone: string): string =>
  t(receipts[getCueStatus(cue)], {
    cue: t(`booth.ask.${cue.kind as BoothCueKind}`),
    time: formatExactTime(cue.seenAt ?? cue.deliveredAt ?? cue.at, zone),
  })

/** Each step once, politely, and not the one that was there when the page opened. */
const useSpokenReceipt = (step: string | null, text: string | null): void => {
  const said = useRef(step)
  useEffect(() => {
    if (said.current === step) return
    said.current = step
    if (text !== null) screenReader.say(text, 'receipt')
  }, [step, text])
}
