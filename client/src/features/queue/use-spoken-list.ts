/** The list for whoever listens to the page: new requests as a number, not one by one, and when it opens and closes. */
import { useEffect, useRef } from 'react'
import { useView } from '../../session/hooks.tsx'
import { useText } from '../../text/use-text.tsx'
import { announcements } from '../../ui/announcements.ts'

const gathered = 3000

export const useSpokenList = (): void => {
  const { t } = useText()
  const line = useView((view) => view.line)
  const standing = useView(({ list }) => list.standing.kind)
  const known = useRef<ReadonlySet<string>>(new Set(line.map(({ entry }) => entry)))
  const before = useRef(standing)
  useEffect(() => {
    const fresh = line.filter(({ entry }) => !known.current.has(entry)).length
    if (fresh === 0) return
    const timer = setTimeout(() => {
      known.current = new Set([...known.current, ...line.map(({ entry }) => entry)])
      announcements.say(t('say.requests', { n: fresh }), 'requests')
    }, gathered)
    return () => clearTimeout(timer)
  }, [line, t])
  useEffect(() => {
    if (before.current === standing) return
    before.current = standing
    if (standing !== 'closing') announcements.say(t(standing === 'open' ? 'say.listOpen' : 'say.listClosed'), 'list')
  }, [standing, t])
}
