/** What can be done about being late: three ways, each with what it would do, and one press. Nothing changes silently. */
import type { Remedy } from '@rostrum/shared/contract/enums'
import { type Relief, remediesAt } from '@rostrum/shared/projection/agenda/remedies'
import { floorFreeAt } from '@rostrum/shared/projection/floor/clock'
import { waitingIn } from '@rostrum/shared/projection/queue/forecast'
import { useState } from 'react'
import { useNow, usePending, useSend, useView } from '../../../session/hooks.tsx'
import { lengthText, wholeMinutes } from '../../../text/times.ts'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import { ChoiceList } from '../../../ui/choice-list.tsx'
import { OverlayActions, PopoverButton } from '../../../ui/popover.tsx'
import { segmentName } from '../../../widgets/segment-name.ts'
import styles from './agenda-band.module.css'

/** Nothing is previewed by the second. */
const often = 5000

const useReliefs = (): readonly Relief[] => {
  const floor = useView((view) => view.floor)
  const plan = useView((view) => view.plan)
  const progress = useView((view) => view.progress)
  const session = useView((view) => view.session)
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const now = useNow(often)
  if (session.phase !== 'open') return []
  const list = { limits: floor.limits, waiting: waitingIn(line, entries), pace: floor.pace, free: floorFreeAt(floor, now) }
  return remediesAt({ plan, progress, hardEnd: session.endsAt, now }, list)
}

export const Remedies = () => {
  const { t } = useText()
  const reliefs = useReliefs()
  if (reliefs.length === 0) return null
  return (
    <PopoverButton words={t('remedy.open')} title={t('remedy.title')} look={{ look: 'quiet', size: 'inline' }}>
      {(close) => <Choice reliefs={reliefs} onDone={close} />}
    </PopoverButton>
  )
}

const Choice = ({ reliefs, onDone }: { reliefs: readonly Relief[]; onDone: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const [wanted, choose] = useState<Remedy | null>(null)
  const expectedCurrent = useView(({ progress }) => progress.current)
  const expectedLimit = useView(({ floor }) => floor.limits.everyone)
  const sending = usePending('agenda.adjust') !== undefined
  const chosen = reliefs.find(({ remedy }) => remedy === wanted)
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
        value={wanted}
        onChange={choose}
        onCancel={onDone}
        options={reliefs.map(({ remedy, won, needed }) => ({
          value: remedy,
          label: t(`remedy.${remedy}`),
          note: t('remedy.wins', { won: wholeMinutes(won), needed: wholeMinutes(needed) }),
        }))}
      />
      {chosen ? <Preview relief={chosen} /> : <p className="muted">{t('remedy.note')}</p>}
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

const Preview = ({ relief: { lengths, limit } }: { relief: Relief }) => {
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
              <bdi>{segment ? segmentName(t, plan, segment) : id}</bdi>{' '}
              {t('remedy.fromTo', { from: wholeMinutes(from), to: wholeMinutes(length) })}
            </li>
          )
        })}
        {limit === null ? null : <li>{t('remedy.limit', { limit: lengthText(limit) })}</li>}
      </ul>
      <p className="muted">{t('remedy.planStays')}</p>
    </div>
  )
}
