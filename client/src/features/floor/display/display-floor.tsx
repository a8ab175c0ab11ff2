/** The floor on the room screen: the clock while there is time, a request once there is none. */
import { remainingAt } from '@rostrum/shared/projection/floor/clock'
import { useNow, useView } from '../../../session/hooks.tsx'
import { isolateNumber } from '../../../text/isolation.ts'
import { useText } from '../../../text/use-text.tsx'
import { clockText } from '../../../ui/clock-text.ts'
import { FloorScreen } from '../../../ui/floor-display.tsx'
import { useFloorWords } from '../../../widgets/turn-text.tsx'

/** Beyond these many letters a name or question is set smaller, and smaller again, so that all of it is seen. */
const bounds = { name: [48, 80, 400], question: [60, 150, 280] } as const

/** Ideographs and syllables, as wide as two letters. */
const wide = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu

const lengthOf = (text: string, [long, longer, longest]: readonly [number, number, number]): 'long' | 'longer' | 'longest' | undefined => {
  const length = text.length + (text.match(wide)?.length ?? 0)
  if (length > longest) return 'longest'
  return length > longer ? 'longer' : length > long ? 'long' : undefined
}

/** `cue`: what is asked of whoever has the floor. */
export const ScreenFloor = ({ cue }: { cue?: string | undefined }) => {
  const { t } = useText()
  const words = useFloorWords(false)
  const current = useView(({ floor }) => floor.current)
  const question = useView(({ questions, floor }) => (floor.current?.question ? questions[floor.current.question] : undefined))
  const support = useView(({ support, floor }) => (floor.current?.question ? support[floor.current.question] : undefined))
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
              n: support?.total ?? 0,
              groups: support?.groups.length ?? 0,
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
