/** The session files that come with the product, by name. */
import { readFileSync } from 'node:fs'
import type { Plan } from '@rostrum/shared/contract/plan'
import { readPlan } from './read-plan.ts'

export const templates = ['consultation', 'speakers', 'panel', 'blank', 'wsis-at-20'] as const
export type Template = (typeof templates)[number]

/** What is served where nothing else has been set up. */
export const model: Template = 'wsis-at-20'

export const planFrom = (template: Template): Plan => readPlan(readFileSync(new URL(`./${template}.session.yaml`, import.meta.url), 'utf8'))
