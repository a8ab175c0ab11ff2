/** What can be asked for beside the floor: a point of order and a right of reply, also on a closed list. */
import { type EntryKind, meets } from '@rostrum/shared/contract/enums'
import { type ReactNode, useId, useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { useAsking } from '../../../widgets/pending-text.ts'
import styles from '../my-floor.module.css'

type Asked = Exclude<EntryKind, 'intervention'>

/** Those that are not waiting already. */
export const askable = (mine: { readonly point: object | null; readonly reply: object | null }): readonly Asked[] => [
  ...(mine.reply === null ? (['right-of-reply'] as const) : []),
  ...(mine.point === null ? (['point-of-order'] as const) : []),
]

const faces = { 'right-of-reply': ['me.reply', 'bubble'], 'point-of-order': ['point.raise', 'flag'] } as const satisfies Readonly<
  Record<Asked, readonly [string, IconName]>
>

/** `folded`: behind one button, where room is short. `children`: what else is behind it. */
export const MoreRequests = ({ folded = false, children }: { folded?: boolean; children?: ReactNode }) => {
  const { t } = useText()
  const id = useId()
  const meeting = useView(({ session }) => meets(session.phase))
  const mine = useView(({ myEntry }) => myEntry)
  const [open, show] = useState(false)
  if (!meeting) return null
  const kinds = askable(mine)
  const buttons = (
    <div className={kinds.length > 1 ? 'pair' : undefined}>
      {kinds.map((kind) => (
        <Ask key={kind} kind={kind} />
      ))}
    </div>
  )
  if (!folded) return kinds.length === 0 ? null : buttons
  return (
    <>
      <Button look="quiet" block iconEnd={open ? 'up' : 'down'} aria-expanded={open} aria-controls={id} onClick={() => show(!open)}>
        {t('me.moreRequests')}
      </Button>
      <div id={id} hidden={!open} className={open ? styles.more : undefined}>
        {children}
        {buttons}
      </div>
    </>
  )
}

const Ask = ({ kind }: { kind: Asked }) => {
  const { t } = useText()
  const send = useSend()
  const [key, icon] = faces[kind]
  const sending = useAsking(kind) !== undefined
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
