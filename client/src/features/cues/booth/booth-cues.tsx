/** The requests of interpreters to the speaker: two buttons, and below each who has seen it. */
import { boothCueKinds } from '@rostrum/shared/contract/enums'
import type { BoothCueView } from '@rostrum/shared/projection/floor/parts'
import { useEffect, useRef } from 'react'
import { useConnectionStatus, useNow, useSend, useView } from '../../../session/hooks.tsx'
import { useSessionStore } from '../../../session/store.ts'
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
const statusKeys = { asked: 'booth.sent', arrived: 'booth.shown', seen: 'booth.seen' } as const

const nothing: readonly BoothCueView[] = []

/** `isFast`: the speaker is too fast to follow, so "Slower" is the next act. */
export const BoothCues = ({ isFast }: { isFast: boolean }) => {
  const { t, language } = useText()
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  const asked = useView(({ floor }) => floor.current?.asked ?? nothing)
  const booth = useView(({ me }) => me.booth)
  const zone = useView(({ session }) => session.timeZone)
  const isOpen = useView(({ session }) => session.phase === 'open')
  const isLive = useConnectionStatus().kind === 'live'
  const pending = useSessionStore((store) => store.pending)
  const now = useNow(1000)
  const send = useSend('controls')
  const own = asked.filter((cue) => cue.booth === booth)
  useSpokenStatuses(own, (cue) => formatStatus(t, cue, zone))
  const isSending = (kind: BoothCueKind) => pending.some(({ envelope: { type, data } }) => type === 'cues.ask' && data.cue === kind)
  const ask = (kind: BoothCueKind) => {
    if (turn === null || isSending(kind)) return
    const before = findKind(own, kind)
    if (before && isRepeated(before, now)) screenReader.say(formatStatus(t, before, zone), before.id)
    else void send({ type: 'cues.ask', data: { turn, cue: kind } })
  }
  const say = (kind: BoothCueKind): string | null => {
    if (isSending(kind)) return t('app.sending')
    const cue = findKind(own, kind) ?? findKind(asked, kind)
    if (cue === undefined) return own.length === 0 ? null : t('booth.chairSees')
    if (cue.booth === booth) return formatStatus(t, cue, zone)
    return t('booth.askedBy', { language: formatLanguageName(language.id, cue.booth ?? '') })
  }
  return (
    <section aria-label={t('booth.cues')} className={styles.cues}>
      {boothCueKinds.map((kind) => (
        <Button
          key={kind}
          className={styles.cue}
          look={kind === 'slower' && isFast ? 'primary' : 'plain'}
          disabled={turn === null || !isOpen || !isLive}
          aria-describedby={`status-${kind}`}
          onClick={() => ask(kind)}
        >
          {kind === 'slower' ? <BoothIcon name="slower" /> : <Icon name="mic" />}
          {t(`booth.ask.${kind}`)}
        </Button>
      ))}
      {boothCueKinds.map((kind) => {
        const isSeen = findKind(own, kind)?.seenAt != null
        return (
          <p key={kind} id={`status-${kind}`} className={classNames(styles.status, isSeen && styles.seen)}>
            {isSeen ? <Icon name="check" /> : null}
            <span>{say(kind)}</span>
          </p>
        )
      })}
    </section>
  )
}

/** "Slower: seen by the speaker, 12:08:52". The time is that of the last change. */
const formatStatus = (t: Translate, cue: BoothCueView, zone: string): string =>
  t(statusKeys[getCueStatus(cue)], {
    cue: t(`booth.ask.${cue.kind as BoothCueKind}`),
    time: formatExactTime(cue.seenAt ?? cue.deliveredAt ?? cue.at, zone),
  })

/** Returns the latest request of this kind. */
const findKind = (asked: readonly BoothCueView[], kind: BoothCueKind) => asked.findLast((cue) => cue.kind === kind)

/** Announces each change once, politely, but none from before the page opened. */
const useSpokenStatuses = (own: readonly BoothCueView[], format: (cue: BoothCueView) => string): void => {
  const steps = new Map(own.map((cue) => [`${cue.id} ${getCueStatus(cue)}`, cue]))
  const said = useRef<ReadonlySet<string>>(new Set(steps.keys()))
  useEffect(() => {
    for (const [step, cue] of steps) if (!said.current.has(step)) screenReader.say(format(cue), cue.id)
    said.current = new Set(steps.keys())
  })
}
