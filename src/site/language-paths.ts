import { addressIn, prefixOf } from '#archive/interface-languages.ts'
import { settings } from '../site.config.ts'
import { dueIsKnown, isDue } from './due.ts'
import { planOne, type PagePlan } from './page-plans.ts'

/** A path of the build: its parameters, and what its page is made from. */
interface PagePath<Params, Props> {
  params: Params
  props: Props
}

/** A path in one language: its folder, none in the language of the archive, and the language for the page. */
type LocalPath<Params, Props> = PagePath<Params & { language: string | undefined }, Props & { language: string }>

/** The paths of pages of which there is one for all languages: those that this build has to make. */
export async function pathsOf<Params, Props>(
  plans: readonly PagePlan<Params, Props>[],
): Promise<PagePath<Params, Props>[]> {
  await dueIsKnown()
  return plans.filter(({ address }) => isDue(address)).map(({ params, props }) => ({ params, props }))
}

/**
 * Each page in each language, for `pages/[...language]/`: those in the language of the archive have no folder of their own. Only
 * those that this build has to make.
 */
export async function inEachLanguage<Params, Props>(
  plans: readonly PagePlan<Params, Props>[],
): Promise<LocalPath<Params, Props>[]> {
  await dueIsKnown()
  return settings.languages.flatMap((language) => {
    const folder = prefixOf(settings.languages, language).slice(1)
    return plans
      .filter(({ address }) => isDue(addressIn(settings.languages, language, address)))
      .map(({ params, props }) => ({
        params: { ...params, language: folder === '' ? undefined : folder },
        props: { ...props, language },
      }))
  })
}

/** A page of which there is one, in each language. */
export function oneInEachLanguage(address: string): () => Promise<LocalPath<object, object>[]> {
  return () => inEachLanguage(planOne(address))
}
