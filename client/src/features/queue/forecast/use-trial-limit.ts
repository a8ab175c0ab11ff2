/** The limit that the Chair previews during one turn, while there is something to choose. The next call ends the preview. */
import type { TurnId } from '@rostrum/shared/contract/ids'
import type { Millis } from '@rostrum/shared/kernel/time'
import type { LimitChoice } from '@rostrum/shared/projection/queue/forecast'
import { useState } from 'react'
import { useView } from '../../../session/hooks.tsx'

type Trial = { readonly limit: Millis; readonly turn: TurnId | null }

type TrialLimit = {
  readonly trial: Millis | null
  /** The preview that the last call ended, until the clock starts. The Chair reads that it was not set. */
  readonly lapsed: Millis | null
  readonly choose: (limit: Millis | null) => void
}

export const useTrialLimit = (limit: Millis, choices: readonly LimitChoice[]): TrialLimit => {
  const turn = useView(({ floor }) => floor.current?.id ?? null)
  const isStarted = useView(({ floor }) => floor.current !== null && floor.current.startedAt !== null)
  const [chosen, setChosen] = useState<Trial | null>(null)
  const [ended, setEnded] = useState<Trial | null>(null)
  if (chosen !== null && chosen.turn !== turn) {
    setChosen(null)
    setEnded(chosen.limit === limit ? null : { limit: chosen.limit, turn })
  }
  const isChosen = chosen?.turn === turn && choices.some((choice) => choice.limit === chosen.limit)
  const isLapsed = ended !== null && ended.turn === turn && ended.limit !== limit && !isStarted && !isChosen
  const choose = (next: Millis | null) => {
    setChosen(next === null ? null : { limit: next, turn })
    setEnded(null)
  }
  return { trial: isChosen ? chosen.limit : null, lapsed: isLapsed ? ended.limit : null, choose }
}
