/** The queue for screen readers: new requests as one number, and when the queue opens and closes. */
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { screenReader } from '../../../ui/screen-reader.ts'

/** Longer than a text waits to be spoken, so that no number replaces another before it is spoken. */
const gatherMs = 5500

export const useSpokenQueue = (): void => {
  const { t } = useText()
  const order = useView((view) => view.order)
  const status = useView(({ queue: list }) => list.status.kind)
  const latest = useRef(order)
  const knownIds = useRef<ReadonlySet<string>>(new Set(order))
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const words = useRef(t)
  words.current = t
  const before = useRef(status)
  useEffect(() => {
    latest.current = order
    const listNew = () => latest.current.filter((entry) => !knownIds.current.has(entry))
    if (timer.current !== null || listNew().length === 0) return
    // The timer starts at the first request. So a stream of requests is announced in steps, and not only when it ends.
    timer.current = setTimeout(() => {
      timer.current = null
      const n = listNew().length
      knownIds.current = new Set([...knownIds.current, ...latest.current])
      if (n > 0) screenReader.say(words.current('say.requests', { n }), 'requests')
    }, gatherMs)
  }, [order])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  useEffect(() => {
    if (before.current === status) return
    before.current = status
    if (status !== 'last-call') screenReader.say(t(status === 'open' ? 'say.listOpen' : 'say.listClosed'), 'list')
  }, [status, t])
}
