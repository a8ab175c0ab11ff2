/** The people on a printed list or on cards. */
import type { AnswerOf } from '@rostrum/shared/api/operations'

export type PrintedPeople = AnswerOf<'GET /api/sessions/:id/cards'>
