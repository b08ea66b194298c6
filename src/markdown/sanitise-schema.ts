import type { Options } from 'rehype-sanitize'

/**
 * What a report's text may become: every element, attribute and scheme that remark-rehype makes of Markdown, and nothing
 * else. Our own plugins work after the sanitiser, so this list knows none of their ids and classes.
 */
export const sanitiseSchema: Options = {
  tagNames: [
    ...['h2', 'h3', 'h4', 'h5', 'h6', 'p', 'blockquote', 'ul', 'ol', 'li', 'hr', 'br', 'pre', 'code'],
    ...['em', 'strong', 'del', 'a', 'img', 'sup', 'section', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
  ],
  attributes: {
    a: ['href', 'title', 'id', 'dataFootnoteRef', 'dataFootnoteBackref', 'ariaDescribedBy', 'ariaLabel', 'className'],
    h2: ['id'],
    img: ['src', 'alt', 'title'],
    li: ['id', ['className', 'task-list-item']],
    ol: ['start'],
    section: ['dataFootnotes'],
    td: ['align'],
    th: ['align'],
  },
  protocols: { href: ['http', 'https', 'mailto'] },
  required: {},
  // remark-rehype has put its prefix before the ids of footnotes already; a second one would break every link to them.
  clobberPrefix: '',
  clobber: [],
  strip: ['script'],
  allowComments: false,
  allowDoctypes: false,
}
