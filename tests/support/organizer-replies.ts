/** The server's answers to an organizer. */

import { duties } from '@rostrum/shared/contract/offices'

export const startsAt = Date.now() + 3_600_000
export const makeSessionSummary = (id: string, more: object = {}) => ({
  id,
  title: `Session ${id}`,
  short: id,
  series: null,
  place: 'Geneva',
  timeZone: 'UTC',
  startsAt: startsAt,
  endsAt: startsAt + 5_400_000,
  phase: 'planned',
  rehearsal: false,
  archived: false,
  meetingLink: true,
  walkIns: true,
  draft: false,
  copyOf: null,
  rehearsalOf: null,
  counts: { people: 3, room: 2, remote: 1, officers: 2, segments: 5 },
  ...more,
})
export const makeLink = (secretOfLink: string) => `https://rostrum.example/enter#${secretOfLink}`
export const sessionLinks = {
  code: 'ABCD2345',
  join: 'https://rostrum.example/j#ABCD2345',
  links: [
    {
      person: 'chair',
      role: 'chair',
      entity: 'Chair',
      channel: 'room',
      office: { office: 'chair', number: 1, duties },
      name: null,
      url: makeLink('chair-secret'),
    },
    {
      person: 'display',
      role: 'display',
      entity: 'Room screen',
      channel: 'room',
      office: null,
      name: null,
      url: makeLink('display-secret'),
    },
  ],
}

export const makePlanReply = (minutes: number) => ({
  phase: 'planned',
  plan: { startsAt: '2026-06-01T10:00:00Z', endsAt: '2026-06-01T11:30:00Z', segments: [{ minutes: 60 }, { minutes }] },
})

// A Blob of jsdom has no `text()`.
Blob.prototype.text = function (this: Blob) {
  return new Promise((read) => {
    const reader = new FileReader()
    reader.onload = () => read(String(reader.result))
    reader.readAsText(this)
  })
}
