import { parentPort, workerData } from 'node:worker_threads'
import { writeLiveSearch, type LiveSearchTask } from './search-index.ts'

parentPort?.postMessage(await writeLiveSearch(workerData as LiveSearchTask))
