/** The join code as it stands. Once it has been made anew, the old one is off the screen until the new one is there. */
import { useEffect, useState } from 'react'
import { useView } from '../../session/hooks.tsx'
import { ask } from '../../session/http.ts'
import { type Joining, linkFor, type Seat } from '../../session/session-ticket.ts'

const soon = 3000

export const useJoining = (given: Joining | null): Joining | null => {
  const renewed = useView(({ codes }) => codes ?? 0)
  const [held, hold] = useState(given)
  const current = held !== null && held.renewed >= renewed
  useEffect(() => {
    if (current) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let left = false
    const again = async () => {
      const answer = await ask<Seat>('POST', '/api/tickets', { link: linkFor('screen') ?? '-' })
      if (left) return
      const joining = answer.ok ? answer.value.joining : null
      // A node that has not heard of it yet is asked again.
      if (joining !== null && joining.renewed >= renewed) hold(joining)
      else timer = setTimeout(() => void again(), soon)
    }
    void again()
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [current, renewed])
  return current ? held : null
}
