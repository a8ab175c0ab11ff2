/** Requests other than an intervention: a point of order and a right of reply. They are possible while the queue is closed. */
import { type EntryKind, isInSession } from '@rostrum/shared/contract/enums'
import { getEntryRule, type ordinaryKind } from '@rostrum/shared/contract/kinds'
import { type MyRequestName, myRequests } from '@rostrum/shared/projection/queue/mine'
import { type ReactNode, useId, useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { usePendingRequest } from '../../../widgets/pending-text.tsx'
import styles from '../my-floor.module.css'
import { OwnTextButton } from '../text/own-text.tsx'

type ExtraRequestKind = Exclude<EntryKind, typeof ordinaryKind>

const requestButtons = {
  'right-of-reply': ['me.reply', 'bubble'],
  'point-of-order': ['point.raise', 'flag'],
} as const satisfies Readonly<Record<ExtraRequestKind, readonly [string, IconName]>>
const extraKinds = Object.keys(requestButtons) as readonly ExtraRequestKind[]

/** Returns the kinds of request whose list contains none of mine. */
export const listRequestable = (mine: Readonly<Record<MyRequestName, object | null>>): readonly ExtraRequestKind[] =>
  extraKinds.filter((kind) => mine[myRequests[getEntryRule(kind).waitsIn]] === null)

/**
 * The requests are behind one button, so that nobody interrupts the meeting with a slip of the thumb. `children`: more actions behind that
 * button. In the thumb area, its content opens above it.
 */
export const MoreRequests = ({ children }: { children?: ReactNode }) => {
  const { t } = usePhoneText()
  const id = useId()
  const inSession = useView(({ session }) => isInSession(session.phase))
  const mine = useView(({ myQueue: myEntry }) => myEntry)
  const [open, setOpen] = useState(false)
  const kinds = inSession ? listRequestable(mine) : []
  return (
    <>
      <Button block aria-expanded={open} aria-controls={id} data-takes-focus onClick={() => setOpen(!open)}>
        {t('me.moreRequests')}
      </Button>
      <div id={id} hidden={!open} className={open ? styles.more : undefined}>
        {children}
        {kinds.map((kind) => (
          <RequestKindButton key={kind} kind={kind} />
        ))}
        <OwnTextButton />
      </div>
    </>
  )
}

const RequestKindButton = ({ kind }: { kind: ExtraRequestKind }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const [key, icon] = requestButtons[kind]
  const sending = usePendingRequest(kind) !== undefined
  return (
    <Button block icon={icon} disabled={sending} onClick={() => void send({ type: 'queue.join', data: { kind, topic: null } })}>
      {t(key)}
    </Button>
  )
}
