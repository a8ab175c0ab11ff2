/** Joining by code, in three short steps: the code, the organization, and the channel. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CodeStep } from '../../features/joining/code-step.tsx'
import { emptyWalkIn, type FoundSession, findRefusedName, joinSession, type WalkIn } from '../../features/joining/walk-in.ts'
import { WhereStep } from '../../features/joining/where-step.tsx'
import { type EntryRefusal, WhoStep } from '../../features/joining/who-step.tsx'
import { takeJoinCode } from '../../session/join-code.ts'
import { getJoinError } from '../../text/entry-error-text.ts'
import { PageTools } from '../../widgets/page-tools.tsx'

type Step = 'code' | 'who' | 'where'

export const Join = () => {
  const [, navigate] = useLocation()
  const [code, setCode] = useState(takeJoinCode)
  const [session, setSession] = useState<FoundSession | null>(null)
  const [step, setStep] = useState<Step>('code')
  const [walkIn, setWalkIn] = useState<WalkIn>(emptyWalkIn)
  const [entryRefusal, setEntryRefusal] = useState<EntryRefusal | null>(null)
  const [entering, setEntering] = useState(false)
  const change = (changed: Partial<WalkIn>) => {
    setEntryRefusal(null)
    setWalkIn((before) => ({ ...before, ...changed }))
  }
  if (step === 'code' || session === null) {
    return (
      <CodeStep
        code={code}
        onCode={setCode}
        onFound={(session) => {
          if (session.groups.every(({ id }) => id !== walkIn.group)) change({ group: null })
          setSession(session)
          setStep('who')
        }}
      />
    )
  }
  const submit = async () => {
    setEntering(true)
    const result = await joinSession(session, walkIn)
    setEntering(false)
    if (result.ok) return navigate(`/${result.value}`, { replace: true })
    const reason = await findRefusedName(result.reason, walkIn)
    setEntryRefusal({ reason })
    // Returns to the step on which the error can be corrected.
    if (['entity', 'group'].includes(getJoinError(reason).field ?? '')) setStep('who')
  }
  const shared = { session, walkIn, onChange: change, entryRefusal, tools: <PageTools bare /> }
  return step === 'who' ? (
    <WhoStep {...shared} onBack={() => setStep('code')} onDone={() => setStep('where')} />
  ) : (
    <WhereStep {...shared} onBack={() => setStep('who')} entering={entering} onEnter={() => void submit()} />
  )
}
