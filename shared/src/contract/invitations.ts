/** Invitations by email: their addressees, and their possible outcomes. */

export const deliveryStatuses = ['waiting', 'sending', 'sent', 'refused', 'failed', 'returned'] as const

export type DeliveryStatus = (typeof deliveryStatuses)[number]

type DeliveryRule = {
  /** `open`: not known yet. `undelivered`: it needs a correction, or another try. */
  readonly outcome: 'open' | 'arrived' | 'undelivered'
  /** True if a mailing to everybody who has no invitation includes its person. */
  readonly isTriedAgain: boolean
}

const rules = {
  waiting: { outcome: 'open', isTriedAgain: true },
  sending: { outcome: 'open', isTriedAgain: false },
  sent: { outcome: 'arrived', isTriedAgain: false },
  refused: { outcome: 'undelivered', isTriedAgain: false },
  failed: { outcome: 'undelivered', isTriedAgain: true },
  returned: { outcome: 'undelivered', isTriedAgain: false },
} as const satisfies Readonly<Record<DeliveryStatus, DeliveryRule>>
/** The meaning of each status of a delivery. */
export const deliveryRules: Readonly<Record<DeliveryStatus, DeliveryRule>> = rules
export type UndeliveredStatus = { [S in DeliveryStatus]: (typeof rules)[S]['outcome'] extends 'undelivered' ? S : never }[DeliveryStatus]

export const isUndelivered = (status: DeliveryStatus): status is UndeliveredStatus => deliveryRules[status].outcome === 'undelivered'
export const undeliveredStatuses = deliveryStatuses.filter(isUndelivered)

export const mailKinds = ['invitation', 'change', 'reminder'] as const
export type MailKind = (typeof mailKinds)[number]

/**
 * `unsent`: everybody who has no invitation yet, or has a different address since. `changed`: everybody whose invitation is out of date.
 * `invited`: everybody who has an invitation.
 */
export const invitationScopes = ['unsent', 'all', 'changed', 'invited'] as const
export type InvitationScope = (typeof invitationScopes)[number]
export const mailKindByScope = {
  unsent: 'invitation',
  all: 'invitation',
  changed: 'change',
  invited: 'reminder',
} as const satisfies Record<InvitationScope, MailKind>

/** The parts of an invitation that make it out of date when they change. `meeting`: the video link, for people who take part remotely. */
export const particularNames = ['cancelled', 'time', 'place', 'meeting'] as const
export type ParticularName = (typeof particularNames)[number]

/** The longest sentence of the sender's own, in graphemes. */
export const maxMailMessage = 1_000

export const mailProblems = ['unreachable', 'insecure', 'login-refused', 'sender-refused', 'busy', 'many-refused'] as const
export type MailProblem = (typeof mailProblems)[number]
