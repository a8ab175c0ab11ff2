/** Values that are added to a list, and the files that the compiler then names. */
export const additions = [
  {
    what: 'a status of a question',
    word: 'parked',
    block: `shared/src/contract/question-statuses.ts
   'on-hold': { …
+  parked: { stage: 'review', isOnHold: false, public: false, inRecord: false, countsAs: 'pending', byStep: false },`,
    files: [
      'client/src/features/questions/moderation/all-questions.tsx',
      'client/src/features/questions/moderation/merge-dialog.tsx',
      'client/src/features/questions/outcome-text.ts',
      'client/src/features/questions/participant/my-question-card.tsx',
      'client/src/features/questions/participant/my-question-text.ts',
      'client/src/features/questions/participant/question-list.tsx',
      'server/src/services/record/text/report-text.ts',
    ],
  },
  {
    what: 'a channel',
    word: 'overflow',
    block: `shared/src/contract/channels.ts
   remote: { …
+  overflow: { isCheckedIn: true, isInSight: false, usesMeeting: false },`,
    files: [
      'client/src/features/cues/staff/active-announcements.tsx',
      'client/src/features/cues/staff/announce-dialog.tsx',
      'client/src/features/floor/staff/call-dialog.tsx',
      'client/src/features/floor/staff/moving-on.ts',
      'client/src/features/joining/enter-step.tsx',
      'client/src/features/my-floor/channel-words.ts',
      'client/src/features/people/own/identity-dialog.tsx',
      'client/src/features/people/roster/people-head.tsx',
      'client/src/features/planning/model/read-draft.ts',
      'client/src/features/planning/plan-fields.ts',
      'client/src/session/server-clock.ts',
      'client/src/session/surface.ts',
      'client/src/text/channel-words.ts',
      'client/src/widgets/channel-label.tsx',
      'client/src/widgets/present-people.tsx',
      'server/src/people/access/default-people.ts',
      'server/src/people/access/startup-links.ts',
      'server/src/services/record/report/annexes.ts',
      'server/src/services/record/report/channel-words.ts',
      'server/src/services/record/report/introduction.ts',
      'server/src/services/record/report/participation.ts',
      'server/src/services/record/report/timeline-figure.ts',
      'server/src/services/record/text/report-text.ts',
      'server/src/services/rehearsal/participants.ts',
      'shared/src/api/fields.ts',
      'shared/src/contract/plan.ts',
      'shared/src/contract/record.ts',
      'shared/src/contract/value-spellings.ts',
      'shared/src/projection/cues.ts',
    ],
  },
  {
    what: 'an addressee of announcements',
    word: 'balcony',
    block: `shared/src/contract/enums.ts
-export const addressees = …
+export const addressees = ['everyone', ...channels, 'podium', 'staff', 'display', 'balcony'] as const`,
    files: [
      'client/src/features/cues/staff/active-announcements.tsx',
      'client/src/features/cues/staff/announce-dialog.tsx',
      'shared/src/projection/cues.ts',
    ],
  },
  {
    what: 'a kind of segment',
    word: 'ceremony',
    block: `shared/src/contract/segment-kinds.ts
   topic: { …
+  ceremony: { isTopic: false, hasPanel: false, place: 'middle' },`,
    files: [
      'client/src/features/planning/model/draft.ts',
      'client/src/features/planning/plan-fields.ts',
      'server/src/services/record/report/introduction.ts',
      'server/src/services/record/text/report-text.ts',
    ],
  },
  {
    what: 'a phase of the session',
    word: 'adjourned',
    block: `shared/src/contract/enums.ts
-export const sessionPhases = …
+export const sessionPhases = ['planned', 'open', 'suspended', 'closed', 'adjourned'] as const`,
    files: [
      'client/src/features/organizer/list/phase-chip.tsx',
      'client/src/features/session/notices/use-spoken-session.ts',
      'client/src/features/session/staff/session-menu.tsx',
      'shared/src/contract/enums.ts',
      'shared/src/projection/webhooks/session.ts',
    ],
  },
  {
    what: 'a remedy',
    word: 'skip',
    block: `shared/src/contract/enums.ts
-export const remedies = …
+export const remedies = ['later', 'next', 'shorten', 'skip'] as const`,
    files: [
      'client/src/features/agenda/staff/remedies.tsx',
      'server/src/services/record/text/report-text.ts',
      'shared/src/projection/agenda/remedies.ts',
    ],
  },
  {
    what: 'a status of one’s own',
    word: 'asleep',
    block: `client/src/features/my-floor/my-status.ts
   | { readonly kind: 'on-hold'; …
+  | { readonly kind: 'asleep' }`,
    files: [
      'client/src/features/my-floor/my-status.ts',
      'client/src/features/my-floor/primary-actions.tsx',
      'client/src/surfaces/podium/podium-position.tsx',
      'client/src/surfaces/remote/my-status-card.tsx',
      'client/src/surfaces/room/floor-tab.tsx',
    ],
  },
  {
    what: 'a status of a delivery',
    word: 'delayed',
    block: `shared/src/contract/invitations.ts
-export const deliveryStatuses = …
+export const deliveryStatuses = ['waiting', 'sending', 'sent', 'refused', 'failed', 'returned', 'delayed'] as const`,
    files: ['client/src/features/people/roster/people-table.tsx', 'shared/src/contract/invitations.ts'],
  },
  {
    what: 'an attribution',
    word: 'grouped',
    block: `shared/src/contract/enums.ts
-export const attributions = …
+export const attributions = ['named', 'hidden', 'unattributed', 'grouped'] as const`,
    files: [
      'client/src/features/planning/model/draft.ts',
      'client/src/features/planning/plan-fields.ts',
      'client/src/features/questions/participant/ask-form.tsx',
      'shared/src/contract/enums.ts',
    ],
  },
  {
    what: 'an audience',
    word: 'press',
    block: `shared/src/contract/roles.ts
-export const audiences = …
+export const audiences = ['staff', 'podium', 'booth', 'public', 'display', 'press'] as const`,
    files: ['shared/src/contract/roles.ts', 'shared/src/projection/cues.ts', 'shared/src/projection/part.ts'],
  },
  {
    what: 'a reason of a refusal over HTTP',
    word: 'seat-taken',
    block: `shared/src/api/reasons.ts
   'email-taken': 409,
+  'seat-taken': 409,`,
    files: ['client/src/text/failure-text.ts'],
  },
  {
    what: 'a reason that every operation can have',
    word: 'mail-off',
    block: `shared/src/api/operation.ts
 export const commonReasons = [
+  'mail-off',`,
    files: [
      'client/src/app/connection-refused-page.tsx',
      'client/src/features/joining/join-error.ts',
      'client/src/text/member-failure-text.ts',
    ],
  },
  {
    what: 'a field of a request',
    word: 'mood',
    block: `shared/src/contract/queue.ts
 export type Entry = {
+  readonly mood?: string`,
    files: ['shared/src/domain/queue/entry-fields.ts'],
  },
  {
    what: 'a field of the list of speakers',
    word: 'waves',
    block: `shared/src/contract/queue.ts
 export type QueueState = {
+  readonly waves: number`,
    files: ['shared/src/domain/queue/derive-order.ts', 'shared/src/domain/queue/evolve.ts', 'shared/src/domain/queue/snapshot.ts'],
  },
  {
    what: 'a field of a question',
    word: 'weight',
    block: `shared/src/contract/questions.ts
 export type Question = {
+  readonly weight: number | null`,
    files: ['shared/src/domain/questions/ask.ts', 'shared/src/domain/steps/record-step.ts'],
  },
  {
    what: 'a field of the floor',
    word: 'bells',
    block: `shared/src/contract/floor.ts
 export type FloorState = {
+  readonly bells: number`,
    files: ['shared/src/domain/floor/evolve.ts'],
  },
  {
    what: 'an event of another slice’s name',
    word: 'waved',
    block: `shared/src/contract/queue.ts
   'queue.opened': { …
+  'list.waved': { readonly _?: never }`,
    files: ['shared/src/contract/registry.ts', 'shared/src/domain/queue/evolve.ts'],
  },
] as const
