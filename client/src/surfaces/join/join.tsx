/** Coming in by code, in three short pages: the code, whom one speaks for, and where one is. */
import { useState } from 'react'
import { useLocation } from 'wouter'
import { CodeStep } from '../../features/joining/code-step.tsx'
import { enter, type Found, nobodyYet, type WalkIn } from '../../features/joining/walk-in.ts'
import { WhereStep } from '../../features/joining/where-step.tsx'
import { type Refused, WhoStep } from '../../features/joining/who-step.tsx'
import { takeCode } from '../../session/join-code.ts'
import { doorSaying } from '../../text/entry-error-text.ts'
import { PageTools } from '../../widgets/page-tools.tsx'

type Step = 'code' | 'who' | 'where'

export const Join = () => {
  const [, go] = useLocation()
  const [code, setCode] = useState(takeCode)
  const [found, setFound] = useState<Found | null>(null)
  const [step, show] = useState<Step>('code')
  const [walkIn, setWalkIn] = useState<WalkIn>(nobodyYet)
  const [refused, refuse] = useState<Refused | null>(null)
  const [entering, setEntering] = useState(false)
  const change = (changed: Partial<WalkIn>) => {
    refuse(null)
    setWalkIn((before) => ({ ...before, ...changed }))
  }
  if (step === 'code' || found === null) {
    return (
      <CodeStep
        code={code}
        onCode={setCode}
        onFound={(session) => {
          if (session.groups.every(({ id }) => id !== walkIn.group)) change({ group: null })
          setFound(session)
          show('who')
        }}
      />
    )
  }
  const through = async () => {
    setEntering(true)
    const answer = await enter(found, walkIn)
    setEntering(false)
    if (answer.ok) return go(`/${answer.value}`, { replace: true })
    refuse({ why: answer.why })
    // Back to where it can be put right.
    if (['entity', 'group'].includes(doorSaying(answer.why).field ?? '')) show('who')
  }
  const shared = { found, walkIn, onChange: change, refused, tools: <PageTools bare /> }
  return step === 'who' ? (
    <WhoStep {...shared} onBack={() => show('code')} onDone={() => show('where')} />
  ) : (
    <WhereStep {...shared} onBack={() => show('who')} entering={entering} onEnter={() => void through()} />
  )
}
