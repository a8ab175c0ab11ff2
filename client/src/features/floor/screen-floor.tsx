/** The floor on the room screen: the clock while there is time, a request once there is none. */
import { remainingAt } from '@rostrum/shared/projection/clock'
import { useNow, useView } from '../../session/hooks.tsx'
import { isolateNumber } from '../../text/isolation.ts'
import { useText } from '../../text/use-text.tsx'
import { clockText } from '../../ui/clock-text.ts'
import { FloorScreen } from '../../ui/floor-screen.tsx'
import { useFloorWords } from './floor-words.tsx'

/** Beyond these many characters a name or question is set smaller, and smaller again, so that all of it is seen. */
const bounds = { name: [48, 80], question: [60, 150] } as const

const lengthOf = (text: string, [long, longer]: readonly [number, number]): 'long' | 'longer' | undefined =>
  text.length > longer ? 'longer' : text.length > long ? 'long' : undefined

/** `cue`: what is asked of whoever has the floor. */
export const ScreenFloor = ({ cue }: { cue?: string | undefined }) => {
  const { t } = useText()
  const words = useFloorWords(false)
  const current = useView(({ floor }) => floor.current)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question] : undefined))
  const total = useView(({ session }) => session.groups.length)
  const now = useNow(200)
  const over = words.phase === 'over' && current
  const please = over && current.kind !== 'answer' ? t('floor.pleaseConclude') : undefined
  const { of: _of, since: _since, ...shown } = words
  return (
    <FloorScreen
      {...shown}
      word={over ? t('floor.overBy', { time: isolateNumber(clockText(remainingAt(current, now))) }) : words.word}
      lengthy={typeof words.who === 'string' ? lengthOf(words.who, words.question ? bounds.question : bounds.name) : undefined}
      more={
        question
          ? t('questions.supportedIn', {
              number: question.number,
              n: question.support.total,
              groups: question.support.groups.length,
              total,
            })
          : undefined
      }
      please={please}
      {...(cue !== undefined && cue !== please ? { more: cue } : {})}
    />
  )
}

export const useScreenPhase = () => useFloorWords().phase
