/** The order of speakers: what would change is read first, then the rule is used. */
import { type OrderMode, orderModes } from '@rostrum/shared/contract/choices'
import { useState } from 'react'
import { usePending, useSend, useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { ChoiceList } from '../../ui/choice-list.tsx'
import { OverlayActions, PopoverButton } from '../../ui/popover.tsx'
import styles from './queue.module.css'

export const OrderButton = () => {
  const { t } = useText()
  const mode = useView(({ list }) => list.mode)
  return (
    <PopoverButton words={t('queue.orderIs', { rule: t(`queue.order.${mode}Short`) })} title={t('queue.order')}>
      {(close) => <OrderChoice mode={mode} onDone={close} />}
    </PopoverButton>
  )
}

const OrderChoice = ({ mode, onDone }: { mode: OrderMode; onDone: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const [chosen, choose] = useState(mode)
  const sending = usePending('queue.order') !== undefined
  return (
    <>
      <ChoiceList
        label={t('queue.order')}
        value={chosen}
        onChange={choose}
        onCancel={onDone}
        options={orderModes.map((one) => ({
          value: one,
          label:
            one === mode ? (
              <>
                {t(`queue.order.${one}`)} <Chip>{t('queue.order.inUse')}</Chip>
              </>
            ) : (
              t(`queue.order.${one}`)
            ),
          note: t(`queue.order.${one}Note`),
        }))}
      />
      {chosen === mode ? null : <Changes to={chosen} />}
      <OverlayActions>
        <Button
          look="primary"
          disabled={chosen === mode || sending}
          onClick={() => {
            void send({ type: 'queue.order', data: { mode: chosen } })
            onDone()
          }}
        >
          {t('queue.order.use', { rule: t(`queue.order.${chosen}Short`) })}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {t('queue.order.keep', { rule: t(`queue.order.${mode}Short`) })}
        </Button>
      </OverlayActions>
    </>
  )
}

const shown = 3

/** By request time is known to every screen; what the balanced order makes of a list, only the server says. */
const Changes = ({ to }: { to: OrderMode }) => {
  const { t, ordinal } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const { overtakes } = useView(({ list }) => list)
  if (to !== 'received') {
    return (
      <div className={styles.changes}>
        <p>{t('queue.order.anew', { n: overtakes })}</p>
        <p className="muted">{t('queue.order.stated')}</p>
      </div>
    )
  }
  const present = line.filter(({ cause }) => cause !== 'absent')
  const byTime = [...present].sort((a, b) => a.asked - b.asked)
  const moves = present
    .map((place, index) => ({ entry: place.entry, from: index + 1, to: byTime.indexOf(place) + 1 }))
    .filter((move) => move.from !== move.to)
    .sort((a, b) => Math.abs(b.to - b.from) - Math.abs(a.to - a.from))
  return (
    <div className={styles.changes}>
      <p>
        <strong>{t(moves.length === 0 ? 'queue.order.noChange' : 'queue.order.changes')}</strong>
      </p>
      <ol>
        {moves.slice(0, shown).map((move) => (
          <li key={move.entry}>
            <span>{t('queue.order.move', { from: ordinal(move.from), to: ordinal(move.to) })}</span>
            <bdi>{entries[move.entry]?.entity}</bdi>
          </li>
        ))}
      </ol>
      {moves.length > shown ? <p>{t('queue.order.more', { n: moves.length - shown })}</p> : null}
      <p className="muted">{t('queue.order.stated')}</p>
    </div>
  )
}
