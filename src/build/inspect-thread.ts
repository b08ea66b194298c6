import { parentPort, workerData } from 'node:worker_threads'
import { inspectFolder, type InspectionTask } from './inspect.ts'

parentPort?.postMessage(inspectFolder(workerData as InspectionTask))
