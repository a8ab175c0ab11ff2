/** The track of a captioner: the server's lines, and the lines that wait on this page. Each is sent once. */
import type { TrackPage } from '@rostrum/shared/api/captions'
import type { FailureOf } from '@rostrum/shared/api/operations'
import { isPassing } from '@rostrum/shared/api/reasons'
import { useCallback, useEffect, useRef, useState } from 'react'
import { openBrowserStorage } from '../../../session/device-links.ts'
import { request } from '../../../session/http.ts'

/** `at`: when it was written, by the clock of this device. `isNew`: it corrects no other line. */
export type WaitingLine = { readonly seq: number; readonly text: string; readonly at: number; readonly isNew: boolean }

export type Track = {
  readonly page: TrackPage | null
  /** How far the server's clock is ahead of the clock of this device. */
  readonly offset: number
  readonly isLive: boolean
  /** True if the link no longer works. */
  readonly isOver: boolean
  readonly waiting: readonly WaitingLine[]
  /** The number of the last new line that this page has sent. Another captioner may have sent later ones. */
  readonly lastSent: number | null
  /** Why the last line was refused for good. */
  readonly refusal: LineReason | null
  /** `seq`: the number of the line to correct, or null for a new line. */
  readonly send: (text: string, seq: number | null) => void
}

type LineReason = FailureOf<'POST /api/captions'>

const [askAgainMs, longestWaitMs] = [1_000, 600_000]

export const useTrack = (key: string): Track => {
  const [{ page, offset, isLive, isOver }, setState] = useState({ page: null as TrackPage | null, offset: 0, isLive: false, isOver: false })
  const [refusal, setRefusal] = useState<LineReason | null>(null)
  const [lastSent, setLastSent] = useState<number | null>(null)
  const [waiting, setWaiting] = useState<readonly WaitingLine[]>(() => loadWaiting(key))
  const queue = useRef(waiting)
  const highest = useRef(0)
  const isSending = useRef(false)
  const change = useCallback(
    (lines: readonly WaitingLine[]) => {
      queue.current = lines
      saveWaiting(key, lines)
      setWaiting(lines)
    },
    [key],
  )

  const ask = useCallback(async () => {
    const answer = await request('GET /api/captions/page', {}, key)
    if (answer.ok) {
      highest.current = answer.value.lines.at(-1)?.seq ?? 0
      setState({ page: answer.value, offset: answer.value.now - Date.now(), isLive: true, isOver: false })
    } else setState((before) => ({ ...before, isLive: false, isOver: answer.reason === 'forbidden' }))
    return answer.ok
  }, [key])

  /**
   * Gives new lines the next numbers, in their order, because another captioner has used the number. Returns false if the server did not
   * answer.
   */
  const renumber = useCallback(async () => {
    if (!(await ask())) return false
    const news = queue.current.filter(({ isNew }) => isNew)
    const next = highest.current + 1
    change(queue.current.map((line) => (line.isNew ? { ...line, seq: next + news.indexOf(line) } : line)))
    return true
  }, [ask, change])

  /** Sends the waiting lines in order. A repeat with the same number changes nothing, so each is stored once. */
  const flush = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    for (let [line] = queue.current; line !== undefined; [line] = queue.current) {
      // The clock of the device may have been set back in the meantime.
      const waited = Math.max(0, Math.min(longestWaitMs, Date.now() - line.at))
      const answer = await request(
        'POST /api/captions',
        { query: { seq: line.seq, waited, [line.isNew ? 'new' : 'correct']: 'true' }, body: new Blob([line.text], { type: 'text/plain' }) },
        key,
      )
      if (!answer.ok && isPassing(answer.reason)) break
      if (!answer.ok && answer.reason === 'conflict') {
        if (await renumber()) continue
        break
      }
      setRefusal(answer.ok ? null : answer.reason)
      const sent = line
      if (answer.ok && sent.isNew) setLastSent(sent.seq)
      change(queue.current.filter((one) => one !== sent))
    }
    isSending.current = false
  }, [key, change, renumber])

  useEffect(() => {
    let isEnded = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const round = async () => {
      await flush()
      await ask()
      if (!isEnded) timer = setTimeout(() => void round(), askAgainMs)
    }
    void round()
    return () => {
      isEnded = true
      clearTimeout(timer)
    }
  }, [flush, ask])

  const send = useCallback(
    (text: string, seq: number | null) => {
      const next = Math.max(highest.current, ...queue.current.map((line) => line.seq)) + 1
      change([...queue.current, { seq: seq ?? next, text, at: Date.now(), isNew: seq === null }])
      void flush().then(ask)
    },
    [change, flush, ask],
  )
  return { page, offset, isLive, isOver, waiting, lastSent, refusal, send }
}

/** Leaves the secret out of the storage key. */
const toStorageKey = (key: string): string => `rostrum.captioner.${key.split('.').slice(0, 2).join('.')}`

const loadWaiting = (key: string): readonly WaitingLine[] => {
  const stored = openBrowserStorage('sessionStorage')?.getItem(toStorageKey(key))
  return stored ? (JSON.parse(stored) as readonly WaitingLine[]) : []
}

const saveWaiting = (key: string, lines: readonly WaitingLine[]): void =>
  openBrowserStorage('sessionStorage')?.setItem(toStorageKey(key), JSON.stringify(lines))
