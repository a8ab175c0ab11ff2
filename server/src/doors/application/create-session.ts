/** Creates a session from a template, a plan file or another session. A request with a key can be repeated: it creates one session. */
import { createHash, randomBytes } from 'node:crypto'
import type { SessionSource } from '@rostrum/shared/api/sessions'
import type { SessionId } from '@rostrum/shared/contract/ids'
import type { Plan } from '@rostrum/shared/contract/plan'
import { systemActor } from '@rostrum/shared/contract/roles'
import { toInstant } from '@rostrum/shared/kernel/time'
import { stringify } from 'safe-stable-stringify'
import { RevisionConflictError } from '../../engine/log/log-errors.ts'
import { isMember } from '../../engine/presence/membership.ts'
import { newCommandId } from '../../engine/session/reply-cache.ts'
import type { Session } from '../../engine/session/session.ts'
import type { SessionRegistry } from '../../engine/session/session-registry.ts'
import { admitDefaultPeople, alwaysAdmitted } from '../../people/access/default-people.ts'
import type { Roster } from '../../people/roster/roster.ts'
import { readPlan, retitlePlan, shiftPlan } from '../../services/template/read-plan.ts'
import { loadTemplate } from '../../services/template/templates.ts'
import { registerInSession } from './session-setup.ts'

type CreateSessionPorts = { readonly sessions: SessionRegistry; readonly roster: Roster }

/** `source`: the session to copy, if there is one. */
export async function createSession(request: SessionSource, source: Session | null, ports: CreateSessionPorts): Promise<Session> {
  const session = await openOrCreate(makeSessionId(request), makePlan(request, source), source, ports)
  await admitDefaultPeople(session, alwaysAdmitted)
  if (source && 'people' in request && request.people) await copyPeople(source, session, ports)
  return session
}

function makePlan(request: SessionSource, source: Session | null): Plan {
  const { title, startsAt } = request
  const plan =
    (source && { ...source.plan, cancelled: false }) ??
    ('template' in request ? loadTemplate(request.template) : readPlan('file' in request ? request.file : ''))
  const titledPlan: Plan = title === undefined ? plan : retitlePlan(plan, title)
  return startsAt === undefined ? titledPlan : shiftPlan(titledPlan, toInstant(Date.parse(startsAt)))
}

/** The id of a request with a key follows from the whole request, so every node finds the session that an earlier one has created. */
function makeSessionId(request: SessionSource): SessionId {
  const prefix = 'template' in request ? request.template : 'session'
  const key = request.key === undefined ? randomBytes(6) : createHash('sha256').update(stringify(request)).digest().subarray(0, 12)
  return `${prefix}-${key.toString('hex')}` as SessionId
}

async function openOrCreate(id: SessionId, plan: Plan, source: Session | null, { sessions }: CreateSessionPorts): Promise<Session> {
  const existing = await sessions.open(id)
  if (existing) return existing
  try {
    return await sessions.create(id, plan, source?.id)
  } catch (error) {
    // The same request has come twice at the same moment.
    const created = error instanceof RevisionConflictError ? await sessions.open(id) : null
    if (!created) throw error
    return created
  }
}

/** Copies the members with their details. They get new links. Those who are in the session already are left as they are. */
async function copyPeople(source: Session, session: Session, { roster }: CreateSessionPorts): Promise<void> {
  const there = session.state.people.all
  const members = [...source.state.people.all.values()].filter((person) => isMember(person) && !person.revoked && !there.has(person.id))
  if (members.length === 0) return
  const ids = new Set(members.map(({ id }) => id))
  const details = [...(await roster.list(source.id))].filter(([id]) => ids.has(id))
  const admissions = members.map(({ id, role, entity, group, channel }) => ({ person: id, role, entity, group, channel }))
  const reply = await registerInSession(session, systemActor, admissions, newCommandId())
  if (!reply.ok) throw new Error(`the people of session ${source.id} could not be copied: ${reply.reason}`)
  await roster.saveAll(session.id, details)
}
