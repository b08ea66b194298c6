import type { APIRoute } from 'astro'
import { answerWithData } from '#site/data.ts'

export const GET: APIRoute = () => answerWithData('SHA256SUMS')
