/** The list for whoever listens to the page: new requests as a number, not one by one, and when it opens and closes. */
import { useEffect, useRef } from 'react'
import { useView } from '../../../session/hooks.tsx'
import { useText } from '../../../text/use-text.tsx'
import { announcements } from '../../../ui/screen-reader.ts'

/** Longer than words can wait to be spoken, so that no number takes the place of another that was not heard. */
const gathered = 5500

export const useSpokenList = (): void => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const standing = useView(({ list }) => list.standing.kind)
  const latest = useRef(line)
  const known = useRef<ReadonlySet<string>>(new Set(line.map(({ entry }) => entry)))
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const words = useRef(t)
  words.current = t
  const before = useRef(standing)
  useEffect(() => {
    latest.current = line
    const fresh = () => latest.current.filter(({ entry }) => !known.current.has(entry))
    if (timer.current !== null || fresh().length === 0) return
    // Counted from the first, so that a stream of requests is told in steps and not only when it ends.
    timer.current = setTimeout(() => {
      timer.current = null
      const n = fresh().length
      known.current = new Set([...known.current, ...latest.current.map(({ entry }) => entry)])
      if (n > 0) announcements.say(words.current('say.requests', { n }), 'requests')
    }, gathered)
  }, [line])
  useEffect(
    () => () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    },
    [],
  )
  useEffect(() => {
    if (before.current === standing) return
    before.current = standing
    if (standing !== 'closing') announcements.say(t(standing === 'open' ? 'say.listOpen' : 'say.listClosed'), 'list')
  }, [standing, t])
}
