/** Requests other than an intervention: a point of order and a right of reply. They are possible while the queue is closed. */
import { type EntryKind, isInSession } from '@rostrum/shared/contract/enums'
import { type ReactNode, useId, useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { usePendingRequest } from '../../../widgets/pending-text.ts'
import styles from '../my-floor.module.css'

type ExtraRequestKind = Exclude<EntryKind, 'intervention'>

/** The kinds of request that I have not already made. */
export const listRequestable = (mine: {
  readonly pointOfOrder: object | null
  readonly reply: object | null
}): readonly ExtraRequestKind[] => [
  ...(mine.reply === null ? (['right-of-reply'] as const) : []),
  ...(mine.pointOfOrder === null ? (['point-of-order'] as const) : []),
]

const requestButtons = { 'right-of-reply': ['me.reply', 'bubble'], 'point-of-order': ['point.raise', 'flag'] } as const satisfies Readonly<
  Record<ExtraRequestKind, readonly [string, IconName]>
>

/** `folded`: behind one button, where there is little space. `children`: more content behind that button. */
export const MoreRequests = ({ folded = false, children }: { folded?: boolean; children?: ReactNode }) => {
  const { t } = useText()
  const id = useId()
  const inSession = useView(({ session }) => isInSession(session.phase))
  const mine = useView(({ myQueue: myEntry }) => myEntry)
  const [open, setOpen] = useState(false)
  if (!inSession) return null
  const kinds = listRequestable(mine)
  const buttons = (
    <div className={kinds.length > 1 ? 'pair' : undefined}>
      {kinds.map((kind) => (
        <RequestKindButton key={kind} kind={kind} />
      ))}
    </div>
  )
  if (!folded) return kinds.length === 0 ? null : buttons
  return (
    <>
      <Button look="quiet" block iconEnd={open ? 'up' : 'down'} aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        {t('me.moreRequests')}
      </Button>
      <div id={id} hidden={!open} className={open ? styles.more : undefined}>
        {children}
        {buttons}
      </div>
    </>
  )
}

const RequestKindButton = ({ kind }: { kind: ExtraRequestKind }) => {
  const { t } = useText()
  const send = useSend('own-request')
  const [key, icon] = requestButtons[kind]
  const sending = usePendingRequest(kind) !== undefined
  return (
    <Button
      look="quiet"
      block
      icon={icon}
      disabled={sending}
      onClick={() => void send({ type: 'queue.join', data: { kind, topic: null } })}
    >
      {t(key)}
    </Button>
  )
}
