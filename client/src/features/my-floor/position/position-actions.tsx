/** Giving way to the one after me, and asking another to change places. */
import { useEffect, useRef, useState } from 'react'
import { usePending, useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import styles from '../my-floor.module.css'
import type { InLine } from '../my-status.ts'
import { afterMe, othersIn } from './swap-partners.ts'

type PlaceProps = { standing: InLine; look?: 'plain' | 'quiet' }

export const PlaceActions = ({ standing, look = 'plain' }: PlaceProps) => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const [choosing, choose] = useState(false)
  const buttons = useRef<HTMLDivElement>(null)
  const after = afterMe(line, standing.index)
  const others = othersIn({ line, entries }, standing.entry.id).length > 0
  const swaps = others && standing.entry.offered === null
  if (after === null && !swaps) return null
  const close = () => {
    choose(false)
    // The button comes back with the next drawing, unless an offer stands now.
    requestAnimationFrame(() => buttons.current?.querySelector<HTMLButtonElement>('[data-swap]')?.focus())
  }
  if (choosing && swaps) return <SwapSheet standing={standing} onClose={close} />
  return (
    <div ref={buttons} className={after === null || !swaps ? undefined : 'pair'}>
      {after === null ? null : <LetFirst standing={standing} look={look} />}
      {swaps ? (
        <Button data-swap look={look} block onClick={() => choose(true)}>
          {t('me.swap')}
        </Button>
      ) : null}
    </div>
  )
}

const LetFirst = ({ standing: { entry, index }, look }: PlaceProps) => {
  const { t } = useText()
  const send = useSend()
  const after = useView(({ line }) => afterMe(line, index))
  const busy = usePending('queue.defer') !== undefined
  return (
    <Button
      look={look}
      block
      disabled={after === null || busy}
      onClick={() => {
        if (after !== null) void send({ type: 'queue.defer', data: { entry: entry.id, after } })
      }}
    >
      {t('me.letFirst')}
    </Button>
  )
}

/** In place of the buttons: those who wait and can answer, in the order of the list. */
const SwapSheet = ({ standing: { entry }, onClose }: { standing: InLine; onClose: () => void }) => {
  const { t } = useText()
  const send = useSend()
  const line = useView((view) => view.line)
  const entries = useView((view) => view.entries)
  const busy = usePending('queue.offer-swap') !== undefined
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section
      className={styles.sheet}
      aria-label={t('me.swapWith')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <h2 ref={heading} tabIndex={-1} className={styles.big}>
        {t('me.swapWith')}
      </h2>
      <p className={styles.words}>{t('me.swapHelp')}</p>
      <ol className={styles.others}>
        {othersIn({ line, entries }, entry.id).map(({ id, index, entity }) => (
          <li key={id}>
            <Button
              block
              className={styles.other}
              disabled={busy}
              onClick={() =>
                void send({ type: 'queue.offer-swap', data: { entry: entry.id, with: id } }).then((reply) => {
                  if (reply.ok) onClose()
                })
              }
            >
              <span className="num">{index + 1}</span>
              <bdi>{entity}</bdi>
            </Button>
          </li>
        ))}
      </ol>
      <Button block onClick={onClose}>
        {t('app.cancel')}
      </Button>
    </section>
  )
}
