/** The server's report on invitations by mail: who would get one, and the outcome for each person. */
import type { InvitationReport } from '@rostrum/shared/api/mail'
import type { FailureReason } from '@rostrum/shared/api/reasons'
import type { InvitationScope } from '@rostrum/shared/contract/invitations'
import type { LanguageId } from '@rostrum/shared/kernel/wording'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiInput, ApiRequest, ApiResult, HttpResult } from '../../../session/http.ts'
import { newCommandId } from '../../../session/outbox.ts'

export type RefusedInvitation = InvitationReport['refused'][number]

/** `expected`: how many mails the user was shown. `again`: the user has confirmed that people may get a second one. */
type MailingToMany = {
  readonly scope: InvitationScope
  readonly expected: number
  readonly again: boolean
  readonly message: string
}

export type InvitationState = {
  readonly report: InvitationReport | null
  readonly reason: FailureReason | null
  readonly busy: boolean
  /** Resolves with whether it was started. */
  readonly send: (mailing: MailingToMany) => Promise<boolean>
  readonly stop: () => Promise<void>
  /** Sends to one person, at the corrected address if there is one. Resolves with the reason of a refusal. */
  readonly sendTo: (person: string, corrected: string | null) => Promise<FailureReason | null>
  /** Records that a mail was returned, or with false that it arrived after all. Resolves with the reason of a refusal. */
  readonly noteReturned: (email: string, isReturned: boolean) => Promise<FailureReason | null>
}

const sending = 'POST /api/sessions/:id/invitations'
const [runningIntervalMs, idleIntervalMs] = [2_000, 15_000]

export const useInvitations = (session: string, request: ApiRequest, language: LanguageId): InvitationState => {
  const [report, setReport] = useState<InvitationReport | null>(null)
  const [reason, setReason] = useState<FailureReason | null>(null)
  const [busy, setBusy] = useState(false)
  const latestRequest = useRef(request)
  latestRequest.current = request
  /** The id stays the same until there is an answer, so that a repeated press of one button sends nothing twice. */
  const pending = useRef<{ readonly press: string; readonly id: string } | null>(null)
  const show = useCallback((result: HttpResult<InvitationReport>) => {
    if (result.ok) setReport(result.value)
    setReason(result.ok ? null : result.reason)
    return result.ok
  }, [])
  const load = useCallback(
    async () => show(await latestRequest.current('GET /api/sessions/:id/invitations', { params: { id: session }, query: { language } })),
    [session, language, show],
  )
  const isRunning = report?.mailing?.status === 'running'
  useEffect(() => void load(), [load])
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === 'visible' && void load(), isRunning ? runningIntervalMs : idleIntervalMs)
    return () => clearInterval(timer)
  }, [load, isRunning])
  const post = async (
    press: string,
    body: Omit<ApiInput<typeof sending>['body'], 'id' | 'language'>,
  ): Promise<ApiResult<typeof sending>> => {
    if (pending.current?.press !== press) pending.current = { press, id: newCommandId() }
    const result = await request(sending, { params: { id: session }, body: { id: pending.current.id, language, ...body } })
    if (result.ok || result.reason !== 'no-connection') pending.current = null
    return result
  }
  const send = async ({ message, ...mailing }: MailingToMany): Promise<boolean> => {
    if (busy) return false
    setBusy(true)
    const result = await post(mailing.scope, { ...mailing, message: message.trim() === '' ? null : message })
    setBusy(false)
    // The number that was shown is out of date.
    if (!result.ok && result.reason === 'conflict') await load()
    return show(result)
  }
  const stop = async () => {
    setBusy(true)
    const result = await request('POST /api/sessions/:id/invitations/stop', { params: { id: session }, query: { language }, body: {} })
    setBusy(false)
    show(result)
  }
  const sendTo = async (person: string, corrected: string | null): Promise<FailureReason | null> => {
    setBusy(true)
    const saved =
      corrected === null
        ? null
        : await request('PATCH /api/sessions/:id/people/:person', { params: { id: session, person }, body: { email: corrected } })
    if (saved !== null && !saved.ok) {
      setBusy(false)
      return saved.reason
    }
    const result = await post(person, { scope: 'all', expected: 1, again: true, person })
    // The address is correct now, so the person is no longer listed, whether or not the mail could be sent.
    if (!result.ok && saved !== null) await load()
    setBusy(false)
    if (result.ok || saved !== null) show(result)
    return result.ok || saved !== null ? null : result.reason
  }
  const noteReturned = async (email: string, isReturned: boolean): Promise<FailureReason | null> => {
    setBusy(true)
    const result = await request('POST /api/sessions/:id/invitations/returned', {
      params: { id: session },
      query: { language },
      body: { email, returned: isReturned },
    })
    setBusy(false)
    if (result.ok) show(result)
    return result.ok ? null : result.reason
  }
  return { report, reason, busy, send, stop, sendTo, noteReturned }
}
