import type { APIRoute } from 'astro'
import { answerWithData } from '#site/data.ts'

export const GET: APIRoute = () => answerWithData('reports.csv')
