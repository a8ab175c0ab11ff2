/** The last press that waits for the connection, in words, and the way to take it back. The server cannot have it yet. */
import type { Command, CommandType } from '@rostrum/shared/contract/registry'
import { useCancelPending } from '../../../session/hooks.tsx'
import { isOfMoment } from '../../../session/refusal-areas.ts'
import { useSessionStore } from '../../../session/store.ts'
import type { MessageKey } from '../../../text/catalogue.ts'
import type { Translate } from '../../../text/messages.ts'
import { formatDuration } from '../../../text/times.ts'
import { usePhoneText, useText } from '../../../text/use-text.tsx'
import { useIsWaiting } from '../../../widgets/pending-text.tsx'

/** Each act has the name of its button. An act that is not here waits without a name. */
const actNames: Partial<Readonly<Record<CommandType, MessageKey>>> = {
  'floor.call': 'control.callNext',
  'floor.start': 'control.startClock',
  'floor.pause': 'control.pause',
  'floor.resume': 'control.resumeShort',
  'floor.end': 'control.end',
  'floor.mark-absent': 'control.notHere',
  'floor.recognize': 'control.recognize',
  'questions.show': 'questions.show',
  'questions.unshow': 'questions.takeOff',
  'questions.mark-answered': 'control.answeredOnly',
  'questions.set-next': 'questions.makeNext',
  'queue.open': 'control.openList',
}

const nameAct = (t: Translate, command: Command, undoText: string | null): string | null => {
  if (command.type === 'steps.undo') return undoText
  if (command.type === 'cues.give') return command.data.cue === 'conclude' ? t('control.askToConclude') : null
  if (command.type === 'floor.extend') {
    const { by } = command.data
    return t(by > 0 ? 'control.more' : 'control.less', { time: formatDuration(Math.abs(by)) })
  }
  if (command.type === 'questions.set-next' && command.data.question === null) return t('questions.notNext')
  const name = actNames[command.type]
  return name === undefined ? null : t(name)
}

type WaitingAct = { readonly text: string; readonly cancel: () => void }

export const useWaitingAct = (undoText: string | null): WaitingAct | null => {
  const { t } = useText()
  const { t: tPhone } = usePhoneText()
  const pending = useSessionStore((screen) => screen.pending.findLast(({ isUnsent, area }) => isUnsent === true && isOfMoment(area)))
  const isWaiting = useIsWaiting(pending)
  const cancel = useCancelPending()
  if (pending === undefined || !isWaiting) return null
  const name = nameAct(t, pending.envelope, undoText)
  const waiting = tPhone('app.waiting')
  return { text: name === null ? waiting : tPhone('pair.colon', { first: waiting, second: name }), cancel: () => cancel(pending) }
}
