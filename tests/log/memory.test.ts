import { openMemoryLog } from '@rostrum/server/engine/log/memory'
import { describeLog } from './contract.ts'

describeLog('memory', () => ({ open: async () => openMemoryLog(), reopen: null, tamper: null }))
