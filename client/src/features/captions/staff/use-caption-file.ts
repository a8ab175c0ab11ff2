/** A file of captions: chosen, checked by the server, and handed in. Its effect is known before anything is stored. */
import type { AnswerOf, FailureOf } from '@rostrum/shared/api/operations'
import { useRef, useState } from 'react'
import { request } from '../../../session/http.ts'

type FileOutcome = AnswerOf<'PUT /api/captions/file'>
/** `row`: the row of the file, or null if the whole file is wrong. */
export type FileRefusal = { readonly reason: FailureOf<'PUT /api/captions/file'>; readonly row: string | null }

/** `start`: in milliseconds since 1970, or null for the opening. */
export type FileChoice = { readonly file: File; readonly address: string; readonly start: number | null }

export type CaptionFile = {
  readonly outcome: FileOutcome | null
  readonly refusal: FileRefusal | null
  readonly busy: boolean
  readonly isDone: boolean
  /** Asks the server for the effect of the file. Null if no file is chosen, or it cannot be asked now. */
  readonly look: (choice: FileChoice | null) => void
  readonly handIn: (choice: FileChoice) => void
}

const nothing = { outcome: null, refusal: null, busy: false, isDone: false }

export const useCaptionFile = (): CaptionFile => {
  const [state, setState] = useState<Omit<CaptionFile, 'look' | 'handIn'>>(nothing)
  const lastRequest = useRef(0)
  const send = async (choice: FileChoice | null, isTrial: boolean) => {
    lastRequest.current += 1
    const turn = lastRequest.current
    if (choice === null) return setState(nothing)
    setState((before) => ({ ...before, refusal: null, busy: true }))
    const { file, address, start } = choice
    const query = { ...(isTrial && { check: 'true' as const }), ...(start !== null && { start }) }
    const key = new URL(address).searchParams.get('key') ?? ''
    const body = new Blob([file], { type: 'text/vtt' })
    const answer = await request('PUT /api/captions/file', { query, body }, key)
    if (turn !== lastRequest.current) return
    if (answer.ok) return setState({ ...nothing, outcome: answer.value, isDone: !isTrial })
    const row = answer.details?.at || null
    setState({ ...nothing, refusal: { reason: answer.reason, row } })
  }
  return { ...state, look: (choice) => void send(choice, true), handIn: (choice) => void send(choice, false) }
}
