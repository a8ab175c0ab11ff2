/** Invitations by email: their addressees, and their possible outcomes. */

export const deliveryStatuses = ['waiting', 'sending', 'sent', 'refused', 'failed', 'returned'] as const

/** The outcomes that need a correction, or another try. */
export const refusedStatuses = ['refused', 'failed', 'returned'] as const

/** `unsent`: everybody who has no invitation yet, or has a different address since. */
export const invitationScopes = ['unsent', 'all'] as const
export type InvitationScope = (typeof invitationScopes)[number]

export const mailProblems = ['unreachable', 'insecure', 'login-refused', 'sender-refused', 'busy', 'many-refused'] as const
export type MailProblem = (typeof mailProblems)[number]
