/** Requests other than an intervention: a point of order and a right of reply. They are possible while the queue is closed. */
import { type EntryKind, isInSession } from '@rostrum/shared/contract/enums'
import { getEntryRule, type ordinaryKind } from '@rostrum/shared/contract/kinds'
import { listKeys } from '@rostrum/shared/kernel/fields'
import { myRequests } from '@rostrum/shared/projection/queue/mine'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { useSend, useView } from '../../../session/hooks.tsx'
import type { PhoneKey } from '../../../text/catalogue.ts'
import { usePhoneText } from '../../../text/use-text.tsx'
import { Button } from '../../../ui/button.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'
import { AskedButton } from '../../../widgets/asked-button.tsx'
import { usePendingRequest } from '../../../widgets/pending-text.tsx'
import { OpenQuestion } from '../../../widgets/use-asking.ts'
import styles from '../my-floor.module.css'
import { OwnTextButton } from '../text/own-text.tsx'

type ExtraRequestKind = Exclude<EntryKind, typeof ordinaryKind>

const requestButtons = {
  'right-of-reply': { label: 'me.reply', icon: 'bubble', question: 'me.replyAsk', act: 'me.replyNow' },
  'point-of-order': { label: 'point.raise', icon: 'flag', question: 'point.raiseAsk', act: 'point.raiseNow' },
} as const satisfies Readonly<Record<ExtraRequestKind, { label: PhoneKey; icon: IconName; question: PhoneKey; act: PhoneKey }>>
const extraKinds = listKeys(requestButtons)

/** A column that scrolls shows the end of what has opened in it. */
const showWhole = (menu: Element | null) => menu?.scrollIntoView?.({ block: 'nearest' })

/**
 * The requests are behind one button, so that nobody interrupts the meeting with a slip of the thumb. `children`: more actions behind that
 * button. In the thumb area, its content opens above it.
 */
export const MoreRequests = ({ children }: { children?: ReactNode }) => {
  const { t } = usePhoneText()
  const id = useId()
  const inSession = useView(({ session }) => isInSession(session.phase))
  const [open, setOpen] = useState(false)
  const question = useState<string | null>(null)
  const [asked, ask] = question
  const show = (next: boolean) => {
    ask(null)
    setOpen(next)
  }
  const button = useRef<HTMLButtonElement>(null)
  const leave = ({ key, target }: KeyboardEvent) => {
    // A dialog that is open in it closes alone.
    if (key !== 'Escape' || !(target instanceof Element) || target.closest('dialog')) return
    if (asked !== null) return ask(null)
    show(false)
    button.current?.focus()
  }
  return (
    <>
      <Button ref={button} block aria-expanded={open} aria-controls={id} data-takes-focus onClick={() => show(!open)} onKeyDown={leave}>
        {t('me.moreRequests')}
      </Button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a key that closes the open form, then the menu, pressed on any control in it */}
      <div ref={open ? showWhole : null} id={id} hidden={!open} className={open ? styles.more : undefined} onKeyDown={leave}>
        <OpenQuestion value={question}>
          {children}
          {inSession ? extraKinds.map((kind) => <RequestKindButton key={kind} kind={kind} />) : null}
        </OpenQuestion>
        <OwnTextButton />
      </div>
    </>
  )
}

/** A kind that waits keeps its place, so that no other button moves under the finger. Each asks first, because the whole room hears of it. */
const RequestKindButton = ({ kind }: { kind: ExtraRequestKind }) => {
  const { t } = usePhoneText()
  const send = useSend('own-request')
  const { label, icon, question, act } = requestButtons[kind]
  const isAsked = useView(({ myQueue }) => myQueue[myRequests[getEntryRule(kind).waitsIn]] !== null)
  return (
    <AskedButton
      icon={icon}
      disabled={[usePendingRequest(kind) !== undefined, isAsked].some(Boolean)}
      question={t(question)}
      act={t(act)}
      keep={t('app.cancel')}
      onAct={() => void send({ type: 'queue.join', data: { kind, topic: null } })}
    >
      {isAsked ? t('pair.colon', { first: t(label), second: t('me.asked') }) : t(label)}
    </AskedButton>
  )
}
