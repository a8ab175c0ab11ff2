/** Starts the server as the build has left it. */
import { runBundle } from './bundle.ts'

runBundle()
