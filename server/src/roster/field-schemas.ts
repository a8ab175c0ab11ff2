/** What may be known of a person, field by field: the same at every door. */
import { line } from '@rostrum/shared/contract/field-schemas'
import { imitatesOffice } from '@rostrum/shared/contract/office-titles'
import { z } from 'zod'

export const entityField = line(120).refine((text) => !imitatesOffice(text), 'office-imitated')
export const nameField = line(80).refine((text) => !imitatesOffice(text), 'office-imitated')
/** Whether it arrives is for the mail to find out; what could break a header or a list is refused. */
export const emailField = z
  .string()
  .max(254, 'email-refused')
  .regex(/^[^\s@<>"'(),:;\\[\]\p{C}]+@[^\s@<>"'(),:;\\[\]\p{C}]+\.[^\s@<>"'(),:;\\[\]\p{C}]+$/u, 'email-refused')
/** In the list that somebody was imported from. What every object inherits is nobody's. */
export const externalField = z
  .string()
  .max(64, 'id-refused')
  .regex(/^[\p{L}\p{N}_-][\p{L}\p{N} ._/@:#-]*$/u, 'id-refused')
  .refine((id) => !(id in Object.prototype), 'id-refused')
