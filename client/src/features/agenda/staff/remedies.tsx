/** Three ways to make up for a delay, each with its effect and one button. Nothing changes silently. */
import type { Remedy } from '@rostrum/shared/contract/enums'
import { addMillis, sumMillis } from '@rostrum/shared/kernel/time'
import { findRemedies, type RemedyEffect } from '@rostrum/shared/projection/agenda/remedies'
import { computeFloorFree } from '@rostrum/shared/projection/floor/clock'
import { computeTimeForReplies, listWaiting } from '@rostrum/shared/projection/queue/forecast'
import type { View } from '@rostrum/shared/projection/registry'
import { type ReactNode, useState } from 'react'
import { useMadeNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
import { rememberLast } from '../../../session/remember-last.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration, roundToMinutes } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { OverlayActions, PopoverButton } from '../../../ui/popover.tsx'
import { getSegmentName } from '../../../widgets/segment-name.ts'
import styles from './agenda-band.module.css'

/** A preview does not need to change every second. */
const refreshMs = 5000

const useRemedyEffects = (): readonly RemedyEffect[] =>
  useMadeNow(refreshMs, ({ floor, plan, progress, session, order, entries, queue }, now) => {
    if (session.phase !== 'open') return []
    const before = sumMillis(floor.reserve, computeTimeForReplies(floor, queue))
    const floorFree = computeFloorFree(floor, now)
    const free = addMillis(floorFree, before)
    const waiting = listWaitingOnce({ order, entries })
    return findRemedies(
      { plan, progress, hardEnd: session.endsAt, now, floorFree },
      { limits: floor.limits, waiting, pace: floor.pace, free },
    )
  })

const listWaitingOnce = rememberLast(({ order, entries }: Pick<View, 'order' | 'entries'>) => listWaiting(order, entries))

/** `children`: the delay. If something can be done about it, it is the button for that. */
export const Remedies = ({ children }: { children: ReactNode }) => {
  const { t } = useText()
  const effects = useRemedyEffects()
  if (effects.length === 0) return children
  const text = (
    <>
      {children} <span>{t('remedy.open')}</span>
    </>
  )
  return (
    <PopoverButton text={text} title={t('remedy.title')} look={{ look: 'quiet' }} isPlain>
      {(close) => <RemedyChoice effects={effects} onDone={close} />}
    </PopoverButton>
  )
}

const RemedyChoice = ({ effects, onDone }: { effects: readonly RemedyEffect[]; onDone: () => void }) => {
  const { t } = useText()
  const send = useSend('controls')
  const [chosenRemedy, setChosenRemedy] = useState<Remedy | null>(null)
  const waiting = useView(({ order }) => order.length)
  const expectedCurrent = useView(({ progress }) => progress.current)
  const expectedLimit = useView(({ floor }) => floor.limits.everyone)
  const sending = usePending('agenda.adjust') !== undefined
  const chosen = effects.find(({ remedy }) => remedy === chosenRemedy)
  const apply = () => {
    if (!chosen || expectedCurrent === null) return
    const { remedy, limit } = chosen
    const lengths = chosen.lengths.map(({ segment, length }) => ({ segment, length }))
    void send({ type: 'agenda.adjust', data: { remedy, lengths, limit, expectedCurrent, expectedLimit } })
    onDone()
  }
  return (
    <>
      <ChoiceList
        label={t('remedy.title')}
        value={chosenRemedy}
        onChange={setChosenRemedy}
        onCancel={onDone}
        options={effects.map((effect) => ({
          value: effect.remedy,
          label: t(`remedy.${effect.remedy}`),
          note: formatEffect(t, effect, waiting),
        }))}
      />
      {chosen ? <RemedyPreview effect={chosen} /> : <p className="muted">{t('remedy.note')}</p>}
      <OverlayActions>
        <Button look="primary" disabled={!chosen || sending} onClick={apply}>
          {t('remedy.use')}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('remedy.leave')}
        </Button>
      </OverlayActions>
    </>
  )
}

/** The minutes that a remedy gains, and how many more speakers it reaches. */
const formatEffect = (t: Translate, { gained: won, needed, reached }: RemedyEffect, waiting: number): string => {
  const minutes = { won: roundToMinutes(won), needed: roundToMinutes(needed) }
  if (waiting === 0) return t('remedy.wins', minutes)
  return t('remedy.winsReached', { ...minutes, more: reached.with - reached.without, reached: reached.with, waiting })
}

const RemedyPreview = ({ effect: { lengths, limit } }: { effect: RemedyEffect }) => {
  const { t } = useText()
  const plan = useView((view) => view.plan)
  return (
    <div className={styles.preview}>
      <p>
        <strong>{t('remedy.changes')}</strong>
      </p>
      <ul>
        {lengths.map(({ segment: id, from, length }) => {
          const segment = plan.find((one) => one.id === id)
          return (
            <li key={id}>
              {t('pair.colon', {
                first: segment ? getSegmentName(t, plan, segment) : id,
                second: t('remedy.fromTo', { from: roundToMinutes(from), to: roundToMinutes(length) }),
              })}
            </li>
          )
        })}
        {limit === null ? null : <li>{t('remedy.limit', { limit: formatDuration(limit) })}</li>}
      </ul>
      <p className="muted">{t('remedy.planStays')}</p>
    </div>
  )
}
