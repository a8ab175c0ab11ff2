/** The refusals that a mounted area shows, so that the page shows all others and none is lost. */
import type { CommandId } from '@rostrum/shared/contract/ids'
import type { RefusalReason } from '@rostrum/shared/protocol/messages'
import { useEffect, useLayoutEffect, useState } from 'react'
import { create } from 'zustand'
import type { RefusalArea } from './refusal-areas.ts'
import { type LastRefusal, useSessionStore } from './store.ts'

/** How many areas show the refusal of each command. */
const useClaims = create<ReadonlyMap<CommandId, number>>(() => new Map())

const addClaim = (id: CommandId, change: 1 | -1): void => {
  const claims = new Map(useClaims.getState())
  const count = (claims.get(id) ?? 0) + change
  if (count > 0) claims.set(id, count)
  else claims.delete(id)
  useClaims.setState(claims, true)
}

/** Returns the last refusal if it belongs to this area, until the next press. `accepts`: for an area that exists once in each row. */
export const useAreaRefusal = (area: RefusalArea, accepts: (refusal: LastRefusal) => boolean = () => true): LastRefusal | null => {
  const refusal = useSessionStore(({ lastRefusal }) => (lastRefusal?.pending.area === area && accepts(lastRefusal) ? lastRefusal : null))
  const id = refusal?.pending.envelope.id ?? null
  useLayoutEffect(() => {
    if (id === null) return
    addClaim(id, 1)
    return () => addClaim(id, -1)
  }, [id])
  return refusal
}

export const useRefusal = (area: RefusalArea): RefusalReason | null => useAreaRefusal(area)?.reason ?? null

/** Returns the last refusal if no mounted area shows it. */
export const useUnclaimedRefusal = (): LastRefusal | null => {
  const lastRefusal = useSessionStore((store) => store.lastRefusal)
  const claims = useClaims()
  const [unclaimed, setUnclaimed] = useState<LastRefusal | null>(null)
  // An effect, because the areas must register their claims first. `claims` may be older than that, so the newest ones are read.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change of the claims is a reason to run
  useEffect(() => {
    const isClaimed = lastRefusal !== null && useClaims.getState().has(lastRefusal.pending.envelope.id)
    setUnclaimed(lastRefusal?.pending.area === 'background' || isClaimed ? null : lastRefusal)
  }, [lastRefusal, claims])
  return unclaimed
}
