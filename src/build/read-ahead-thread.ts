import { parentPort, workerData } from 'node:worker_threads'
import { readShare, type ReadAheadTask } from './read-ahead.ts'

readShare(workerData as ReadAheadTask, (more) => parentPort?.postMessage(more))
