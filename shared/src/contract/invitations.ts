/** Invitations by mail: to whom they go, and what can become of them. */

export const deliveryStatuses = ['waiting', 'sending', 'sent', 'refused', 'failed', 'returned'] as const

/** What needs a correction, or another try. */
export const refusedStatuses = ['refused', 'failed', 'returned'] as const

/** `unsent`: everybody who has no invitation yet, or another address since. */
export const invitationScopes = ['unsent', 'all'] as const
export type InvitationScope = (typeof invitationScopes)[number]

export const mailProblems = ['unreachable', 'insecure', 'login-refused', 'sender-refused', 'busy', 'many-refused'] as const
export type MailProblem = (typeof mailProblems)[number]
