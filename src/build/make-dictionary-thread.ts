import { parentPort, workerData } from 'node:worker_threads'
import { makeDictionaryOf, type DictionaryTask } from './make-dictionary-apart.ts'

parentPort?.postMessage(makeDictionaryOf(workerData as DictionaryTask))
