/** The floor on the room screen. A stale screen may have missed time that the Chair added, so it judges nobody's time. */
import { interrupts, isAnswer, ordinaryKind, type TurnKind } from '@rostrum/shared/contract/kinds'
import { useStaleSince, useView } from '../../../session/hooks.tsx'
import type { Translate } from '../../../text/messages.ts'
import { useText } from '../../../text/use-text.tsx'
import type { FloorProps } from '../../../ui/floor.tsx'
import { kindWords } from '../../../widgets/kind-words.ts'
import { useFloorProps } from '../../../widgets/turn-text.tsx'

/** The phases that say of a speaker's time that it is ending or over. */
const verdicts: readonly FloorProps['phase'][] = ['last', 'final', 'over']

export const useDisplayFloorProps = (): FloorProps => {
  const { t } = useText()
  const props = useFloorProps('none')
  const isStale = useStaleSince() !== null
  const kind = useView(({ floor }) => floor.current?.kind)
  const answers = isAnswer(kind)
  // A right of reply is called as a statement is. A question is put, and a point of order is taken.
  if (props.phase === 'ready' && !answers && !interrupts(kind)) return { ...props, phaseText: t('floor.calledToSpeak') }
  if (!isStale || !verdicts.includes(props.phase)) return props
  const { clock, limitText, bar, ...rest } = props
  const time = clock !== undefined && clock.left > 0 ? { clock, limitText, bar } : {}
  return { ...rest, ...time, phase: 'speak', phaseText: t(answers ? 'floor.answering' : 'floor.speaking') }
}

/** The kind of a turn, where no heading says it: a right of reply or a point of order. Undefined if its phase says all. */
export const getKindText = (t: Translate, kind: TurnKind | undefined): string | undefined =>
  kind === undefined || kind === ordinaryKind || isAnswer(kind) ? undefined : t(kindWords[kind].speaking)
