/** Joining by code: the code, unless it came with the address, and then one screen. A person who is in already goes on. */

import { joinCodeLength } from '@rostrum/shared/contract/join-code'
import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import { BackStep } from '../../features/joining/back-step.tsx'
import { CodeStep } from '../../features/joining/code-step.tsx'
import { EnterStep, type EntryRefusal } from '../../features/joining/enter-step.tsx'
import { SearchStep } from '../../features/joining/search-step.tsx'
import {
  emptyWalkIn,
  type FoundSession,
  findOwnPerson,
  findSession,
  joinSession,
  type KnownPerson,
  type WalkIn,
} from '../../features/joining/walk-in.ts'
import { requestFloorOnEntry } from '../../session/floor-on-entry.ts'
import { takeJoinCode } from '../../session/join-code.ts'
import { keepTicket } from '../../session/session-ticket.ts'
import { getSurface } from '../../session/surface.ts'
import { PageTools } from '../../widgets/page-tools.tsx'

type Found = { readonly session: FoundSession; readonly person: KnownPerson | null }

const findEntry = async (session: FoundSession): Promise<Found> => ({ session, person: await findOwnPerson(session) })

/** A code that is scanned while this page is open is taken. */
export const Join = () => {
  const [visit, setVisit] = useState(0)
  useEffect(() => {
    // A code is removed from the address as soon as it is read, so this one is another.
    const begin = () => {
      if (location.hash !== '') setVisit((before) => before + 1)
    }
    window.addEventListener('hashchange', begin)
    return () => window.removeEventListener('hashchange', begin)
  }, [])
  return <JoinPage key={visit} />
}

const JoinPage = () => {
  const [, navigate] = useLocation()
  const [code, setCode] = useState(takeJoinCode)
  const [codeRefusal, setCodeRefusal] = useState<EntryRefusal | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const [isSearching, setSearching] = useState(code.length === joinCodeLength)
  const [walkIn, setWalkIn] = useState<WalkIn>(emptyWalkIn)
  const [entryRefusal, setEntryRefusal] = useState<EntryRefusal | null>(null)
  const [entering, setEntering] = useState(false)
  // A code from the address needs no press.
  const first = useRef(code)
  useEffect(() => {
    if (first.current.length < joinCodeLength) return
    void findSession(first.current)
      .then((result) => (result.ok ? findEntry(result.value).then(setFound) : setCodeRefusal({ reason: result.reason })))
      .finally(() => setSearching(false))
  }, [])
  if (found === null && isSearching) return <SearchStep code={code} />
  if (found === null)
    return (
      <CodeStep
        code={code}
        refusal={codeRefusal}
        onCode={(typed) => {
          setCodeRefusal(null)
          setCode(typed)
        }}
        onFound={(session) => void findEntry(session).then(setFound)}
        onRefused={setCodeRefusal}
      />
    )
  const { session, person } = found
  if (person !== null) {
    const goOn = () => {
      keepTicket(person.link, person.ticket)
      navigate(`/${getSurface(person.ticket)}`, { replace: true })
    }
    return <BackStep person={person} onGoOn={goOn} onOther={() => setFound({ session, person: null })} />
  }
  const enter = async (asks: boolean) => {
    setEntering(true)
    const result = await joinSession(session, walkIn)
    setEntering(false)
    if (!result.ok) return setEntryRefusal({ reason: result.reason })
    if (asks) requestFloorOnEntry()
    navigate(`/${result.value}`, { replace: true })
  }
  const change = (changed: Partial<WalkIn>) => {
    setEntryRefusal(null)
    setWalkIn((before) => ({ ...before, ...changed }))
  }
  return (
    <EnterStep
      session={session}
      walkIn={walkIn}
      onChange={change}
      entryRefusal={entryRefusal}
      tools={<PageTools bare />}
      entering={entering}
      onEnter={(asks) => void enter(asks)}
    />
  )
}
